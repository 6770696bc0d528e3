import SQLite
import Scorecard

/// Keeps every version of the partnership's own figures, and works out which everyone may see.
///
/// What an earlier version said is near what the present one says, and with the other figures of
/// its time it may say more than was ever meant to be shown. So the number of an earlier version is
/// shown only where three things hold. The present version is shown. Nothing else that is published
/// of the series is withheld within a year of it. And nothing would be withheld within a year of it
/// if the earlier versions of the series still stood. Otherwise it is `[c]`; and of a figure that
/// is withheld now nothing is told but that, not even that it has been revised.
struct RevisionLoad {
    let database: Database
    /// The day from which what is loaded now counts as known.
    let today: Day

    /// Notes what is added, changed and taken away, in all series or some; before small numbers
    /// are dealt with.
    func keep(_ series: [Int64]? = nil) throws {
        try database.keepVersions(on: today, series)
    }

    /// Writes what may be shown of the versions of all series or some; after small numbers are
    /// dealt with.
    func show(_ series: [Int64]? = nil) throws {
        try database.unpublishRevisions(series)
        try database.publishSingleVersions(series)
        let uses = try database.disclosureUses()
        for series in try database.revisedSeries(series) {
            let histories = try database.histories(ofSeries: series)
            let present = try database.presentFigures(ofSeries: series)
            // Without a measure there is no page to show them, and no rule to show them by.
            let others = uses.series(beside: series)
            let beside = try database.presentRows(of: others)
            let rules = uses.rules(of: [series] + others)
            let shown = Revisions(histories, present, beside: beside).shown { rows in
                guard !rules.isEmpty else { return rows.map(\.figure.withheld) }
                return DisclosureLoad.shown(rows, under: rules, uses.partitions)
            }
            for (history, versions) in zip(histories, shown) {
                try database.publish(versions, of: history, in: series)
            }
        }
    }
}

/// Which versions of the figures of one series everyone may see.
struct Revisions {
    private let histories: [FigureHistory]
    /// The figures that stand now, as everyone sees them.
    private let present: [FigureKey: Figure]
    /// What is shown now of other series that readers can lay beside this one, with the true
    /// numbers.
    private let beside: [BesideFigure]

    /// Figures that end so many days apart may belong to one year.
    private static let yearOfDays = 366

    init(
        _ histories: [FigureHistory], _ present: [FigureKey: Figure],
        beside: [BesideFigure] = []
    ) {
        self.histories = histories
        self.present = present
        self.beside = beside
    }

    /// What is shown of each history, oldest first, where `disclosed` says of the figures of one
    /// moment how everyone may see them together.
    func shown(_ disclosed: ([PublishedRow]) -> [Figure]) -> [[FigureVersion]] {
        let hiddenNow =
            present.values.filter(\.isSuppressed).map(\.period.end)
            + beside.filter(\.isWithheld).map(\.row.figure.period.end)
        var shown = histories.map { $0.versions.map { $0.with($0.figure.withheld) } }
        var refused: Set<VersionPlace> = []
        for moment in moments {
            let rows = zip(histories, moment).map { $0.row($1) } + beside.map(\.row)
            let seen = disclosed(rows)
            let hidden = hiddenNow + seen.filter(\.isSuppressed).map(\.period.end)
            for (place, version) in moment.enumerated() {
                let end = rows[place].figure.period.end
                let isNearHidden = hidden.contains { abs($0.days(since: end)) <= Self.yearOfDays }
                let found = VersionPlace(history: place, version: version)
                if isNearHidden { refused.insert(found) }
                let figure = refused.contains(found) ? seen[place].withheld : seen[place]
                shown[place][version] = shown[place][version].with(figure)
            }
        }
        return zip(histories, shown).map { history, versions in told(history, versions) }
    }

    private struct VersionPlace: Hashable {
        let history: Int
        let version: Int
    }

    /// Which versions stood together, or may be laid side by side: on each day on which something
    /// changed, and so many versions before the present ones.
    private var moments: Set<[Int]> {
        let days = Set(histories.flatMap { $0.versions.map(\.knownOn) })
        let most = histories.map(\.versions.count).max() ?? 0
        var moments: Set<[Int]> = []
        for day in days {
            moments.insert(
                histories.map { history in
                    history.versions.lastIndex { $0.knownOn <= day } ?? 0
                })
        }
        for age in stride(from: 1, to: most, by: 1) {
            moments.insert(histories.map { max($0.versions.count - 1 - age, 0) })
        }
        return moments
    }

    /// The versions that are told apart, the present one last.
    private func told(_ history: FigureHistory, _ versions: [FigureVersion]) -> [FigureVersion] {
        guard let first = versions.first, let last = versions.last else { return [] }
        guard let now = present[history.key] else {
            // It is in no file any more: only that is told.
            return [
                last.with(Figure(period: history.key.period, value: nil, marker: .notAvailable))
            ]
        }
        if now.isSuppressed { return [first.with(now)] }
        var told: [FigureVersion] = []
        for version in versions.dropLast() + [last.with(now)]
        where told.last?.figure != version.figure {
            told.append(version)
        }
        return told
    }
}
