import Mustache
import Scorecard

// What the views of a scorecard have in common: the heading, the way between them, the form.

extension SelectedScorecard {
    /// The values of the head, of `partials/views` and of `partials/filter` for one view.
    func values(_ view: ScorecardView) -> TemplateRecord {
        let table = Link(
            href: asked.selection.address(of: heading.address), label: heading.title)
        var values: TemplateRecord = [
            "title": .text(heading.title),
            "href": .text(heading.address + view.path),
            "scorecardHref": .text(table.href),
            "crumbs": [Links.home, Links.scorecards, table].template,
            "eyebrow": heading.eyebrow.template,
            "board": heading.board.template,
            "reach": heading.reach.template,
            "country": .text(heading.countryWords),
            "periodShort": .text(quarter.shortLabel),
            "periodLong": .text(quarter.label),
            "hasRows": .flag(rows.count > 0),
            "measures": .text(
                asked.selection.isEverything
                    ? rows.total.counted("measure")
                    : "\(rows.count) of \(rows.total.counted("measure"))"),
            "emptyWords": .text(
                rows.total == 0 ? heading.emptyWords : "No measures match these filters."),
            "clearWords": rows.total == 0
                ? .absent
                : .text("Clear all filters to see all \(rows.total.counted("measure"))."),
        ]
        // The form is the table's, so that what is chosen there is chosen here.
        let page = ScorecardPage(
            heading: heading, selection: asked.selection, groups: asked.groups,
            standings: standings)
        values.append(contentsOf: page.formValues)
        values.append("lookWords", page.lookWords.template)
        values.append(contentsOf: view.values(heading, asked.selection))
        return values
    }

    /// The rows under their headlines, each as `row` has it; in one list where they are sorted.
    func groups(_ row: (Standing) -> TemplateValue) -> TemplateValue {
        .list(
            rows.groups.map { group in
                [
                    "hasHeading": .flag(!isSorted),
                    "heading": (group.first?.headline.title).template,
                    "level": (group.first?.headline.place).template,
                    "rows": .list(group.map { row($0.standing) }),
                ]
            })
    }
}
