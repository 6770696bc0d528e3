import SQLite
import Scorecard

/// Holds published figures against the small-number rules of the measures that use them.
///
/// It is the one seam where figures meet their audience. What a rule forbids to show is moved
/// out of `figure` before any page can ask for it, so that no cell, drawing, sentence or download
/// can hold it. All groups, periods and areas of a series are looked at together, whichever
/// measures and pages show them, and so are all series that a measure is judged by: the quarters
/// that services return and the year that a ministry publishes are added and subtracted by readers
/// whoever printed them.
///
/// Areas are looked at one by one, since nothing of one is added to another: so the memory is that
/// of one area's figures, however many there are.
struct DisclosureLoad {
    let database: Database
    /// Which figures are looked at: those of the areas that are listed, unless others are named.
    var tables = FigureTables.listed

    /// Changes whenever the same files could come to be shown otherwise.
    static let version = "disclosure 4"

    /// Holds every figure against the rules; none has been held against them before.
    ///
    /// - Parameter counted: The series of which some figure says how many are counted; `nil` where
    ///   that is not known.
    /// - Throws: What the database refuses.
    func run(counted: Set<Int64>? = nil) throws {
        let uses = try database.disclosureUses()
        let areas = try database.areas(of: tables)
        for cluster in uses.clusters where counted.map({ !$0.isDisjoint(with: cluster) }) ?? true {
            try withhold(cluster, areas, uses)
        }
        try withholdGaps(nil)
    }

    /// Holds the figures of some series against the rules, with those of all series that readers
    /// can lay beside them.
    ///
    /// The figures of the given series are there with their true numbers; those of the others are
    /// as they were shown, and may come to be shown otherwise.
    ///
    /// - Returns: All the series that were looked at.
    @discardableResult
    func run(_ series: [Int64]) throws -> [Int64] {
        let uses = try database.disclosureUses()
        let some = Set(series)
        let clusters = uses.clusters.filter { !some.isDisjoint(with: $0) }
        let all = clusters.flatMap(\.self)
        try database.restore(all)
        let areas = try database.areas(of: tables)
        for cluster in clusters { try withhold(cluster, areas, uses) }
        try withholdGaps(all)
        return all
    }

    /// Withholds what must be of series that hang together.
    private func withhold(
        _ cluster: [Int64], _ areas: [Int64], _ uses: DisclosureUses
    ) throws {
        let rules = uses.rules(of: cluster)
        guard !rules.isEmpty else { return }
        for area in areas {
            var rows: [PublishedRow] = []
            for series in cluster {
                rows += try database.publishedRows(of: series, in: area, tables)
            }
            guard Self.canWithhold(rows, under: rules) else { continue }
            let shown = Self.shown(rows, under: rules, uses.partitions)
            for (row, figure) in zip(rows, shown) where row.figure != figure {
                try database.replace(row, with: figure, tables)
            }
        }
    }

    /// Whether a rule can say anything of some figures.
    ///
    /// Where none says how many are counted, no count is known that could be small or be worked
    /// out from others; what a publisher withheld is as it has to be already.
    private static func canWithhold(
        _ rows: [PublishedRow], under uses: Set<SeriesUse>
    ) -> Bool {
        let isCount = uses.contains { $0.terms.kind == .count }
        return rows.contains { row in
            let figure = row.figure
            return figure.numerator != nil || figure.denominator != nil
                || (isCount && figure.value != nil)
                || (figure.isSuppressed && figure != figure.withheld)
        }
    }

    /// Withholds each gap of which an end is: with the gap and one end readers have the other.
    private func withholdGaps(_ series: [Int64]?) throws {
        for row in try database.exposingGaps(series, tables) {
            try database.replace(row, with: row.figure.withheld, tables)
        }
    }

    /// The figures of series that hang together, for one area, as everyone may see them under
    /// every rule that they come under.
    static func shown(
        _ rows: [PublishedRow], under uses: Set<SeriesUse>, _ partitions: [Partition]
    ) -> [Figure] {
        var shown = rows.map(\.figure)
        for use in uses {
            let places = rows.indices.filter { use.reaches(rows[$0]) }
            guard !places.isEmpty else { continue }
            let own = places.map { rows[$0] }
            let groups = Set(own.map(\.breakdown))
            let seen = table(own, use, partitions.filter { $0.tells(of: groups) })
                .shown(under: use.terms)
            for (place, seen) in zip(places, seen) where shown[place].marker != .confidential {
                // Of several rules the strictest decides, and a rounded figure stays rounded.
                if seen.isSuppressed || seen != rows[place].figure { shown[place] = seen }
            }
        }
        return shown
    }

    /// What readers can add and subtract: groups that make up a whole in a period, periods of a
    /// group that make up a year, and what two publishers print of the same.
    private static func table(
        _ rows: [PublishedRow], _ use: SeriesUse, _ partitions: [Partition]
    ) -> DisclosureTable {
        var table = DisclosureTable(rows.map(\.figure))
        var first: [LinePeriod: Int] = [:]
        for place in rows.indices where rows[place].isCounted {
            let key = LinePeriod(line: use.line(of: rows[place]), period: rows[place].figure.period)
            guard let other = first[key] else {
                first[key] = place
                continue
            }
            // Of one line and period two figures say the same, or nearly.
            table.addSum(other, of: [place])
            if rows[other].figure.value == nil { first[key] = place }
        }
        let counted = first.sorted { $0.value < $1.value }
        for places in Dictionary(grouping: counted, by: { PeriodSide($0.key) }).values {
            let places = Dictionary(
                places.map { (rows[$0.value].breakdown, $0.value) },
                uniquingKeysWith: { place, _ in place })
            for partition in partitions { table.add(partition, at: places) }
        }
        for line in Dictionary(grouping: counted, by: \.key.line).values {
            table.addPeriods(of: line.map(\.value), timeBasis: use.timeBasis)
        }
        return table
    }

    /// Where figures that say the same stand.
    private struct LinePeriod: Hashable {
        let line: SeriesLine
        let period: Period
    }

    /// Where groups of children stand side by side.
    private struct PeriodSide: Hashable {
        let series: Int64
        let period: Period

        init(_ place: LinePeriod) {
            series = place.line.series
            period = place.period
        }
    }
}

extension PublishedRow {
    /// Whether readers know that there is a number, shown or withheld.
    fileprivate var isCounted: Bool { figure.value != nil || figure.isSuppressed }
}

extension Partition {
    /// Whether readers who are given these groups can work anything out by it.
    fileprivate func tells(of groups: Set<Int64>) -> Bool {
        (whole.map(groups.contains) ?? true) && !groups.isDisjoint(with: parts)
    }
}

extension DisclosureTable {
    /// Says how the groups of one period make up a whole, by the places of their figures.
    ///
    /// Of parts that were not all published, what is left of the whole is a number too.
    fileprivate mutating func add(_ partition: Partition, at places: [Int64: Int]) {
        let parts = partition.parts.compactMap { places[$0] }
        let isComplete = parts.count == partition.parts.count
        switch (partition.whole, isComplete) {
        case (let whole?, true): if let whole = places[whole] { addSum(whole, of: parts) }
        case (let whole?, false): if let whole = places[whole] { addOpenSum(whole, of: parts) }
        case (nil, true): addShares(parts)
        case (nil, false): addOpenShares(parts)
        }
    }
}
