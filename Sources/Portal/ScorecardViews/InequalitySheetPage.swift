import Scorecard

extension InequalityPage {
    /// The rows that the page shows: first the declared gaps, then the groups furthest behind.
    var sheet: Sheet {
        var sheet = Sheet(
            name: "\(selection?.heading.slug ?? "all")-inequality-\(choice.quarter)",
            columns: [
                "kind", "code", "measure", "unit", "period_code", "period", "area", "group",
                "group_value", "group_numerator", "group_denominator", "compared_with",
                "compared_value", "compared_numerator", "compared_denominator", "gap",
                "earlier_period_code", "earlier_gap", "direction", "explanation", "country_gap",
                "not_shown",
            ])
        sheet.rows += inequality.gaps.map(cells)
        sheet.rows += inequality.unknown.map(cells)
        sheet.rows += inequality.groups.map(cells)
        return sheet
    }

    private func first(_ kind: String, _ standing: Standing) -> [String] {
        [
            kind, standing.measure.code, standing.measure.title, standing.measure.unit,
            standing.latest?.period.description ?? "", standing.latest?.period.label ?? "",
            organisation,
        ]
    }

    private func cells(_ gap: GapStanding) -> [String] {
        let ends = PlainFigure(format: gap.endFormat)
        let plain = PlainFigure(format: gap.standing.format)
        return first("gap", gap.standing)
            + ends.cells(gap.latest.lessAdvantaged.group, gap.latest.lessAdvantaged.figure)
            + ends.cells(gap.latest.moreAdvantaged.group, gap.latest.moreAdvantaged.figure)
            + [
                plain.text(gap.latest.figure), gap.earlier?.figure.period.description ?? "",
                plain.text(gap.earlier?.figure), gap.movement?.word ?? "", GapRow(gap).words,
                plain.text(gap.country?.figure), "",
            ]
    }

    private func cells(_ unknown: Standing) -> [String] {
        first("gap", unknown) + Array(repeating: "", count: 15)
    }

    private func cells(_ groups: GroupsStanding) -> [String] {
        let plain = PlainFigure(format: groups.standing.format)
        let furthest = groups.furthestBehind
        return first("group furthest behind", groups.standing)
            + plain.cells(furthest?.group.label ?? "", furthest?.group.figure)
            + plain.cells("Everyone", groups.everyone)
            + [
                plain.text(furthest?.distance), "", "", "", "", "", GroupsRow(groups).hidden ?? "",
            ]
    }
}

extension PlainFigure {
    /// A group's name, figure and the two counts behind it.
    fileprivate func cells(_ group: String, _ figure: Figure?) -> [String] {
        let isShown = figure?.value != nil
        return [
            group, text(figure),
            isShown ? figure?.numerator?.plain(decimals: 0) ?? "" : "",
            isShown ? figure?.denominator?.plain(decimals: 0) ?? "" : "",
        ]
    }
}
