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
struct ScorecardListPage: Page {
    static let template = "scorecards/index"
    let section: Section? = .scorecards
    let address: String? = Links.scorecards.href
    let summary = "Every scorecard, with how many of its measures are on target."
    let overview: Overview

    var values: TemplateRecord {
        let groups: [(id: String, heading: String, belongs: (ScorecardHeading) -> Bool)] = [
            ("strategies", "By strategy", { $0.level == nil && $0.strategyState == .current }),
            ("ambitions", "By ambition", { $0.level != nil }),
            ("archived", "Earlier strategies", { $0.level == nil && $0.strategyState != .current }),
        ]
        return [
            "crumbs": [Links.home].template,
            "groups": .list(
                groups.compactMap { group in
                    let scorecards = overview.scorecards.filter { group.belongs($0.heading) }
                    guard !scorecards.isEmpty else { return nil }
                    return [
                        "id": .text(group.id), "heading": .text(group.heading),
                        "scorecards": .list(scorecards.map(\.entry)),
                    ]
                }),
        ]
    }
}

extension ScorecardStanding {
    fileprivate var entry: TemplateValue {
        let rollUp = rollUp
        return [
            "href": .text(Links.scorecard(heading.slug)),
            "title": .text(heading.title),
            "board": heading.board.template,
            "note": heading.number.map { "\(heading.level ?? "") \($0)" }.template,
            "measures": .text(rollUp.total.counted("measure")),
            "bar": rollUp.bar(width: 260),
            "counts": rollUp.counts,
            "latest": (latest?.label).template,
        ]
    }
}
