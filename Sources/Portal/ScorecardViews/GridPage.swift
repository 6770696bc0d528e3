import Mustache
import Scorecard

/// The figures of a scorecard's measures in eight quarters side by side.
struct GridPage: SheetPage {
    static let template = "scorecards/grid"
    let section: Section? = .scorecards
    let selection: SelectedScorecard
    let rug: Rug

    var address: String? { selection.heading.address + ScorecardView.grid.path }

    var summary: String {
        "\(selection.heading.title): which figures were new in each of the eight quarters to "
            + "\(selection.quarter.label), and whether they met their targets."
    }

    var values: TemplateRecord {
        let counts = newCounts
        var values = selection.values(.grid)
        values.append("isThin", .flag(counts.count { $0 > 0 } < 2))
        values.append("quarters", .list(rug.quarters.map { .text($0.shortLabel) }))
        values.append("groups", selection.groups(row))
        values.append("counts", .list(counts.map { .integer($0) }))
        values.append("notes", .list(notes.map { .text($0) }))
        return values
    }

    /// How many figures of the rows that are shown were new in each quarter.
    private var newCounts: [Int] {
        let rows = selection.shown.map { rug.cells(of: $0.measure.id) }
        return rug.quarters.indices.map { index in
            rows.count { $0[index].isNew }
        }
    }

    private var notes: [String] {
        let flags = selection.shown.flatMap { rug.cells(of: $0.measure.id) }
            .compactMap { cell -> QualityMarker? in
                switch cell {
                case .new(let standing): standing.latest?.flag
                case .unchanged, .none: nil
                }
            }
        return Wording.shorthand(of: Set(flags))
    }

    private func row(_ standing: Standing) -> TemplateValue {
        [
            "slug": .text(standing.measure.slug),
            "title": .text(standing.measure.title),
            "polarity": .text(standing.measure.polarity.words),
            "unit": standing.measure.unit == "%" ? .absent : .text(standing.measure.unit),
            "cells": .list(
                rug.cells(of: standing.measure.id).enumerated().map { index, cell in
                    cell.values(isFirst: index == 0)
                }),
        ]
    }
}

extension RugCell {
    /// The values of a cell of `scorecards/grid`; the first of a row tells the figure that was
    /// there before, so that no row says only that nothing changed.
    func values(isFirst: Bool) -> TemplateValue {
        switch self {
        case .new(let standing):
            let status = standing.judgement.status
            return [
                "isNew": true, "isOld": false, "isBefore": false, "statusIcon": .text(status.icon),
                "statusWords": .text(status.words), "value": standing.latestText.template,
                "flag": standing.latestFlag.template, "period": period(standing).template,
            ]
        case .unchanged(let standing):
            return [
                "isNew": false, "isOld": true, "isBefore": .flag(isFirst), "statusIcon": "",
                "statusWords": "",
                "value": standing.latestText.template, "flag": .absent,
                "period": (standing.latest?.period.shortLabel).template,
            ]
        case .none:
            return [
                "isNew": false, "isOld": false, "isBefore": false, "statusIcon": "",
                "statusWords": "",
                "value": .absent, "flag": .absent, "period": .absent,
            ]
        }
    }

    /// The period of a figure that is not of one quarter, so that a year's is not taken for it.
    private func period(_ standing: Standing) -> String? {
        guard let period = standing.latest?.period, period.kind != .financialQuarter else {
            return nil
        }
        return period.shortLabel
    }
}
