import Mustache
import Scorecard

/// The last eight quarters of the measures whose figures come by quarter.
struct ReportMeasuresQuartersSection {
    private let rug: Rug
    private let standings: [Standing]

    /// The quarters side by side; `nil` where fewer than two brought a figure.
    init?(_ standings: [Standing], _ measures: ReportedMeasures) {
        guard let rug = measures.quarters else { return nil }
        let quarterly = standings.filter { standing in
            rug.cells(of: standing.measure.id).contains(where: \.isNew)
        }
        let new = rug.quarters.indices.filter { index in
            quarterly.contains { rug.cells(of: $0.measure.id)[index].isNew }
        }
        guard new.count > 1 else { return nil }
        self.rug = rug
        self.standings = quarterly
    }

    var values: TemplateValue {
        [
            "quarters": .list(rug.quarters.map { .text($0.shortLabel) }),
            "rows": .list(
                standings.map { standing in
                    [
                        "title": .text(standing.measure.title),
                        "polarity": .text(standing.measure.polarity.words),
                        "runs": .list(runs(of: standing)),
                    ]
                }),
        ]
    }

    /// The letters that stand beside figures.
    var flags: Set<QualityMarker> {
        Set(
            standings.flatMap { rug.cells(of: $0.measure.id) }
                .compactMap(\.standing?.latest?.flag))
    }

    /// The cells of a measure; quarters that say the same one after the other share one.
    private func runs(of standing: Standing) -> [TemplateValue] {
        let cells = rug.cells(of: standing.measure.id)
        let starts = cells.indices.filter { index in
            guard index > 0, cells[index].kind == cells[index - 1].kind else { return true }
            // The first tells the figure that was there before.
            return cells[index].kind == .new || (index == 1 && cells[index].kind == .unchanged)
        }
        return zip(starts, starts.dropFirst() + [cells.count]).map { start, end in
            [
                "span": .integer(end - start), "isWide": .flag(end - start > 1),
                "cell": cells[start].values(isFirst: start == 0),
            ]
        }
    }

    /// Adds the figures of the quarters, each with its status.
    func add(to facts: inout ReportMeasuresFacts, of entry: ReportMeasuresEntry) {
        guard standings.contains(where: { $0 === entry.standing }) else { return }
        for (quarter, cell) in zip(rug.quarters, rug.cells(of: entry.standing.measure.id)) {
            guard case .new(let standing) = cell else { continue }
            facts.add(quarter, standing.latestText)
            facts.add(
                "quarter-\(quarter.description.lowercased())-status",
                standing.judgement.status.words)
        }
    }
}

extension RugCell {
    fileprivate enum Kind {
        case new
        case unchanged
        case none
    }

    fileprivate var kind: Kind {
        switch self {
        case .new: .new
        case .unchanged: .unchanged
        case .none: .none
        }
    }

    /// How the measure stood, where there was a figure.
    fileprivate var standing: Standing? {
        switch self {
        case .new(let standing), .unchanged(let standing): standing
        case .none: nil
        }
    }
}
