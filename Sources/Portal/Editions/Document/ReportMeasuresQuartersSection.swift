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
        let flags = standings.flatMap { rug.cells(of: $0.measure.id) }
            .compactMap(\.standing?.latest?.flag)
        return [
            "quarters": .list(rug.quarters.map { .text($0.shortLabel) }),
            "rows": .list(
                standings.map { standing in
                    [
                        "title": .text(standing.measure.title),
                        "polarity": .text(standing.measure.polarity.words),
                        "unit": standing.measure.unit == "%"
                            ? .absent : .text(standing.measure.unit),
                        "cells": .list(
                            rug.cells(of: standing.measure.id).enumerated().map { index, cell in
                                cell.values(isFirst: index == 0)
                            }),
                    ]
                }),
            "notes": .list(Wording.shorthand(of: Set(flags)).map { .text($0) }),
        ]
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
    /// How the measure stood, where there was a figure.
    fileprivate var standing: Standing? {
        switch self {
        case .new(let standing), .unchanged(let standing): standing
        case .none: nil
        }
    }
}
