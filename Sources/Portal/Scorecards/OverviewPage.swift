import Charts
import Mustache
import Scorecard

// How a count of statuses is shown wherever measures are summed up.

extension TemplateRecord {
    /// Appends the values of `partials/tally`.
    mutating func append(tally: RollUp) {
        append("off", .integer(tally[.offTarget]))
        append("close", .integer(tally[.close]))
        append("on", .integer(tally[.onTarget]))
        append("none", .integer(tally.notJudged))
        append("bar", tally.bar(width: 720))
        append("sentence", .text(tally.sentence))
    }
}

extension RollUp {
    /// The bar of counts, or nothing when there is nothing to count.
    func bar(width: Int) -> TemplateValue {
        let bar = StatusBar(
            off: self[.offTarget], close: self[.close], on: self[.onTarget],
            notJudged: notJudged, width: width)
        return total > 0 ? .drawing(bar) : .absent
    }

    /// The counts that are not zero, in words: `1 off`, `2 close`, `4 on`, `2 not judged`.
    var counts: TemplateValue {
        let counts = [
            (self[.offTarget], "off"), (self[.close], "close"), (self[.onTarget], "on"),
            (notJudged, "not judged"),
        ]
        return .list(counts.filter { $0.0 > 0 }.map { .text("\($0.0) \($0.1)") })
    }
}

/// The list of scorecards.
struct ScorecardListPage: SheetPage {
    static let template = "scorecards/index"
    let section: Section? = .scorecards
    let address: String? = Links.scorecards.href
    let summary = "Every scorecard, with how many of its measures are on target."
    let quarter: FinancialQuarter
    let overview: Overview

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "period": .text(quarter.label),
            "groups": .list(sections.map(\.values)),
        ]
    }

    /// The sections that have a scorecard.
    var sections: [ScorecardListSection] {
        let own = overview.scorecards
        let strategies = own.filter { $0.heading.level == nil }
        return [
            ScorecardListSection(
                id: "strategies", heading: "By strategy",
                scorecards: strategies.filter { $0.heading.strategyState == .current }),
            ScorecardListSection(
                id: "ambitions", heading: "By ambition",
                scorecards: own.filter { $0.heading.level != nil }),
            ScorecardListSection(
                id: "boards", heading: "By board", scorecards: overview.boards,
                names: "Board",
                restWords: "Boards without measures yet:"),
            ScorecardListSection(
                id: "themes", heading: "By theme", scorecards: overview.themes,
                names: "Theme",
                restWords: "Themes without measures yet:"),
            ScorecardListSection(
                id: "archived", heading: "Earlier strategies",
                scorecards: strategies.filter { $0.heading.strategyState != .current }),
        ].filter { !$0.scorecards.isEmpty }
    }
}

/// Scorecards of one kind in the list.
struct ScorecardListSection {
    let id: String
    let heading: String
    let scorecards: [ScorecardStanding]
    /// What the first column names.
    var names = "Scorecard and board"
    /// What leads to those without a measure, which then have no row; `nil` to give them one.
    var restWords: String?

    /// Those that have a row.
    var shown: [ScorecardStanding] {
        restWords == nil ? scorecards : scorecards.filter { !$0.standings.isEmpty }
    }

    fileprivate var values: TemplateValue {
        let rest = restWords == nil ? [] : scorecards.filter(\.standings.isEmpty)
        let shown = shown
        return [
            "id": .text(id), "heading": .text(heading), "names": .text(names),
            "hasScorecards": .flag(!shown.isEmpty),
            "scorecards": .list(shown.map(\.entry)),
            "hasRest": .flag(!rest.isEmpty),
            "restWords": restWords.template,
            "rest": rest.map { Link(href: $0.heading.address, label: $0.heading.title) }.template,
        ]
    }
}

extension ScorecardStanding {
    fileprivate var entry: TemplateValue {
        let rollUp = rollUp
        return [
            "href": .text(heading.address),
            "title": .text(heading.title),
            "board": heading.board.template,
            "note": heading.number.map { "\(heading.level ?? "") \($0)" }.template,
            "measures": .text(rollUp.total.counted("measure")),
            "bar": rollUp.bar(width: 260),
            "counts": rollUp.counts,
            "latest": (latest?.label.capitalisedFirst).template,
        ]
    }
}
