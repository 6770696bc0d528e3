import Mustache
import Scorecard

// The form with which a reader chooses what a scorecard shows, and the headers that sort it.

extension ScorecardPage {
    /// The values of the form and of the headers.
    var formValues: TemplateRecord {
        let filter = selection.filter
        var values: TemplateRecord = [
            "periods": .list(
                selection.choice.all.map { quarter in
                    Self.option(
                        quarter.description, quarter.label,
                        isChosen: quarter == selection.choice.quarter)
                }),
            "groupWord": .text("Part"),
            "groupAll": .text("All parts"),
            "groupChoices": .list(
                groups.enumerated().map { index, group in
                    let strategy = group.headline.strategy.map { "\($0): " } ?? ""
                    return Self.option(
                        "\(index + 1)", strategy + group.headline.title,
                        isChosen: filter.group == index)
                }),
            "movements": .list(
                ScorecardFilter.Movement.allCases.map { movement in
                    Self.option(
                        movement.rawValue, movement.words, isChosen: filter.movement == movement)
                }),
            "ownOrder": .text(heading.ownOrder.capitalisedFirst),
            "isSorted": .flag(selection.sort != nil),
            "ownOrderHref": .text(selection.sorted(by: nil).address(of: heading.address)),
            "ownOrderWords": .text("Show them in \(heading.ownOrder)"),
            "sorts": .list(
                ScorecardSort.all.map { sort in
                    Self.option(
                        sort.description, sort.words.capitalisedFirst,
                        isChosen: selection.sort == sort)
                }),
            "statusChoices": .list(
                ScorecardFilter.Standing.allCases.map { standing in
                    [
                        "id": .text("status-\(standing.rawValue)"),
                        "value": .text(standing.rawValue), "label": .text(standing.words),
                        "chosen": .flag(filter.standings.contains(standing)),
                    ]
                }),
        ]
        for column in ScorecardSort.Column.allCases {
            values.append("sort-\(column.rawValue)", header(column))
        }
        return values
    }

    private static func option(_ value: String, _ label: String, isChosen: Bool) -> TemplateValue {
        ["value": .text(value), "label": .text(label), "chosen": .flag(isChosen)]
    }

    /// A header's link: it sorts by the column, or the other way round if that is so already.
    private func header(_ column: ScorecardSort.Column) -> TemplateValue {
        let now = selection.sort.flatMap { $0.column == column ? $0 : nil }
        let next = now?.reversed ?? ScorecardSort(column: column, isReversed: false)
        return [
            "href": .text(selection.sorted(by: next).address(of: heading.address)),
            "state": .text(now.map { $0.isAscending ? "ascending" : "descending" } ?? "none"),
            "arrow": (now.map { $0.isAscending ? "i-up" : "i-down" }).template,
            "words": .text(
                now.map { "sorted \($0.words); sort \(next.words)" } ?? "sort \(next.words)"),
        ]
    }
}
