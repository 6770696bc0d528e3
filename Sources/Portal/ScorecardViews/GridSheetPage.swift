import Scorecard

extension GridPage {
    /// A row for each measure and quarter, so that what is new can be counted.
    var sheet: Sheet {
        var sheet = Sheet(
            name: "\(selection.heading.slug)-grid-\(selection.quarter)",
            columns: [
                "objective", "code", "measure", "unit", "polarity", "quarter_code", "quarter",
                "is_new",
                "period_code", "period", "value", "flag", "status",
            ])
        for row in selection.rows.all {
            let measure = row.standing.measure
            for (quarter, cell) in zip(rug.quarters, rug.cells(of: measure.id)) {
                sheet.rows.append(
                    [
                        row.headline.title, measure.code, measure.title, measure.unit,
                        measure.polarity.words, quarter.description, quarter.shortLabel,
                    ] + cell.cells)
            }
        }
        return sheet
    }
}

extension RugCell {
    /// Whether the figure is new, its period, the figure, its flag and its status.
    fileprivate var cells: [String] {
        switch self {
        case .none: ["no figure", "", "", "", "", ""]
        case .new(let standing): cells("new", standing, standing.judgement.status.words)
        case .unchanged(let standing): cells("unchanged", standing, "")
        }
    }

    private func cells(_ word: String, _ standing: Standing, _ status: String) -> [String] {
        [
            word, standing.latest?.period.description ?? "", standing.latest?.period.label ?? "",
            PlainFigure(format: standing.format).text(standing.latest),
            standing.latestFlag ?? "", status,
        ]
    }
}
