import Mustache
import Scorecard

/// The gaps between groups of children that a scorecard's measures show, or all measures'.
struct InequalityPage: SheetPage {
    static let template = "scorecards/inequality"
    let section: Section? = .scorecards
    /// The scorecard, or `nil` for all measures.
    let selection: SelectedScorecard?
    let choice: PeriodChoice
    let inequality: Inequality
    let organisation: String

    var address: String? {
        selection.map { $0.heading.address + ScorecardView.inequality.path }
            ?? Links.inequality.href
    }

    var summary: String {
        let scope = selection.map { $0.heading.title } ?? "All measures"
        return "\(scope): gaps between groups of children at the end of "
            + "\(choice.quarter.label). \(tally)"
    }

    /// How many gaps are closing and how many are not.
    var tally: String {
        let gaps = inequality.gaps
        guard !gaps.isEmpty else { return "No gap can be worked out yet." }
        let counts = Gap.Movement.allCases.compactMap { movement -> String? in
            let count = gaps.count { $0.movement == movement }
            return count > 0 ? "\(count) \(movement.inTally)" : nil
        }
        let silent = gaps.count { $0.movement == nil }
        let parts =
            counts + (silent > 0 ? ["\(silent) cannot be compared with the year before"] : [])
        return "\(gaps.count.counted("gap")): \(parts.joined(separator: ", "))."
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "area": .text(organisation),
            "heading": .text(
                selection.map { "\($0.heading.title): gaps between groups of children" }
                    ?? Links.inequality.label),
            "tally": .text(tally),
            "isEmpty": .flag(inequality.isEmpty),
            "hasGaps": .flag(!inequality.gaps.isEmpty),
            "gaps": .list(inequality.gaps.map { GapRow($0).values }),
            "hasUnknown": .flag(!inequality.unknown.isEmpty),
            "unknown": .list(
                inequality.unknown.map {
                    ["slug": .text($0.measure.slug), "title": .text($0.measure.title)]
                }),
            "hasGroups": .flag(!inequality.groups.isEmpty),
            "groups": .list(inequality.groups.map { GroupsRow($0).values }),
            "country": .text(inequality.country ?? "Country"),
            "notes": .list(notes.map { .text($0) }),
            "isScorecard": .flag(selection != nil),
        ]
        values.append(contentsOf: head)
        return values
    }

    private var head: TemplateRecord {
        if let selection { return selection.values(.inequality) }
        return [
            "title": "All measures",
            "href": .text(Links.inequality.href),
            "crumbs": [Links.home, Links.scorecards].template,
            "eyebrow": .absent, "lookWords": .absent, "board": .absent, "reach": .absent,
            "periodShort": .text(choice.quarter.shortLabel),
            "periodLong": .text(choice.quarter.label),
        ]
    }

    /// The shorthand that the rows call for.
    private var notes: [String] {
        let gaps = inequality.gaps.flatMap { gap in
            [gap.latest.lessAdvantaged.figure, gap.latest.moreAdvantaged.figure]
        }
        let groups = inequality.groups.flatMap { groups in
            groups.hidden.map(\.figure) + [groups.everyone]
                + (groups.furthestBehind.map { [$0.group.figure] } ?? [])
        }
        return Wording.shorthand(
            of: Set((gaps + groups).compactMap { $0.value == nil ? $0.marker : $0.flag }))
    }
}

extension Gap.Movement {
    /// What became of the gap, in a word or two.
    var word: String {
        switch self {
        case .closing: "Closing"
        case .levellingDown: "Narrower"
        case .fallingBehind, .leftBehind: "Widening"
        case .unchanged: "No change"
        case .opened: "Opened"
        case .changedPlaces: "Changed places"
        case .furtherAhead: "Further ahead"
        case .lessAhead: "Less far ahead"
        case .evened: "Closed"
        }
    }

    /// The same after a count.
    fileprivate var inTally: String {
        switch self {
        case .closing: "closing"
        case .levellingDown: "narrower only because the better-off group does worse"
        case .fallingBehind: "widening because the group that fared worse does worse"
        case .leftBehind: "widening because the better-off group pulled ahead"
        case .unchanged: "unchanged"
        case .opened: "opened"
        case .changedPlaces: "with groups that changed places"
        case .furtherAhead: "with the same group further ahead"
        case .lessAhead: "with the same group less far ahead"
        case .evened: "closed"
        }
    }
}

extension GapRow {
    /// The arrow that shows which way the gap's number moved.
    var movementIcon: String {
        guard gap.movement != nil else { return "" }
        return gap.standing.change?.direction?.icon ?? ""
    }
}
