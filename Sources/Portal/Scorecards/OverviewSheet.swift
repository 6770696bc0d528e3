import Scorecard

extension ScorecardListPage {
    /// One row for each scorecard that the page lists.
    var sheet: Sheet {
        Sheet(
            name: "scorecards-\(quarter)",
            columns: [
                "section", "scorecard", "board", "measures", "off_target", "close_to_target",
                "on_target", "not_judged", "latest_period",
            ],
            rows: sections.flatMap { section in
                section.shown.map { [section.heading] + $0.cells }
            })
    }
}

extension ScorecardStanding {
    fileprivate var cells: [String] {
        let rollUp = rollUp
        let counts = [
            rollUp.total, rollUp[.offTarget], rollUp[.close], rollUp[.onTarget], rollUp.notJudged,
        ]
        return [heading.title, heading.board ?? ""] + counts.map(\.description)
            + [latest?.description ?? ""]
    }
}
