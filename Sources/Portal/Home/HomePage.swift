import Mustache
import Scorecard

/// How the partnership is doing, at a glance.
struct HomePage: Page {
    static let template = "home/show"
    let section: Section? = nil
    let address: String? = "/"
    let organisation: String
    let today: Day
    let shift: QuarterShift
    let lists: HomeLists

    /// How many measures of each list are named; the page of the list has all.
    private static let most = 3
    /// How many of the changes are named.
    private static let mostChanges = 6

    private var rollUp: RollUp { shift.overview.rollUp }

    var summary: String {
        "How well \(organisation) does what its plans for children promise, at the end of "
            + "\(shift.choice.quarter.label). \(rollUp.sentence)"
    }

    var values: TemplateRecord {
        let scorecards = shift.overview.scorecards
        let ambitions = scorecards.filter { $0.heading.level != nil }
        let attention = shift.attention(on: today)
        var values: TemplateRecord = [
            "period": .text(shift.choice.quarter.label),
            "measures": .text(rollUp.total.counted("measure")),
            "hasMeasures": .flag(rollUp.total > 0),
            "attention": AttentionSection(attention).values(limit: Self.most),
            "unjudged": .text(attention.unjudged),
            "hasAmbitions": .flag(!ambitions.isEmpty),
            "ambitions": .list(ambitions.map(\.ambition)),
            "scorecards": .list(
                scorecards.filter {
                    $0.heading.level == nil && $0.heading.strategyState == .current
                }.map(\.entry)),
            "compareHref": scorecards.first { $0.heading.strategyState == .current }
                .map { Links.scorecard($0.heading.slug) + "/compare" }.template,
            "strategies": .list(lists.strategies.map { $0.values(at: Links.strategy) }),
            "hasStatements": .flag(!lists.statements.isEmpty),
            "statements": .list(lists.statements.map { $0.values(at: Links.voice) }),
        ]
        values.append(tally: rollUp)
        values.append(contentsOf: changes)
        return values
    }

    private var changes: TemplateRecord {
        let shifts = shift.shifts
        return [
            "changesSince": .text(shift.earlier.shortLabel),
            "changes": .list(shifts.prefix(Self.mostChanges).map(\.values)),
            "noChanges": shifts.isEmpty
                ? .text(StandingShift.none(since: shift.earlier)) : .absent,
            "allChanges": .text("All \(shifts.count.counted("change"))"),
        ]
    }
}

extension HomeLists.Entry {
    fileprivate func values(at link: (String) -> String) -> TemplateValue {
        ["href": .text(link(slug)), "title": .text(title), "words": detail.template]
    }
}

extension ScorecardStanding {
    /// The values of an entry in the list of scorecards.
    fileprivate var entry: TemplateValue {
        [
            "href": .text(Links.scorecard(heading.slug)), "title": .text(heading.title),
            "words": .text(rollUp.sentence),
        ]
    }

    /// The values of a row of the ambitions' table.
    fileprivate var ambition: TemplateValue {
        let rollUp = rollUp
        return [
            "number": heading.number.template,
            "href": .text(
                heading.objectiveAddress ?? heading.address),
            "scorecardHref": .text(heading.address),
            "title": .text(heading.title),
            "board": heading.board.template,
            "measures": .text(rollUp.total.counted("measure")),
            "bar": rollUp.bar(width: 260),
            "counts": rollUp.counts,
            "attention": attention,
            "calm": .text(rollUp.judged > 0 ? "No measures off target" : "None can be judged yet"),
            "moves": .list(moves),
        ]
    }

    /// The measure furthest off target; where none is, the one that got worse most.
    private var attention: TemplateValue {
        let offTarget = Attention.offTarget(among: standings)
        let falls = offTarget.isEmpty ? Attention.falls(among: standings) : []
        guard let first = offTarget.first ?? falls.first else { return .absent }
        let count = offTarget.count + falls.count
        return [
            "icon": .text(
                offTarget.isEmpty
                    ? first.change?.direction?.icon ?? "" : first.judgement.status.icon),
            "isMove": .flag(offTarget.isEmpty),
            "note": .text(offTarget.isEmpty ? "got worse" : "off target"),
            "href": .text(Links.measure(first.measure.slug)),
            "title": .text(first.measure.title),
            "more": count > 1 ? .text("and \(count - 1) more") : .absent,
        ]
    }

    private var moves: [TemplateValue] {
        // An old figure's change is no change of now.
        let meanings = standings.filter(\.isCurrent).compactMap(\.change?.meaning)
        return [(Change.Meaning.better, Change.Direction.up), (.worse, .down)].compactMap {
            meaning, direction in
            let count = meanings.count { $0 == meaning }
            guard count > 0 else { return nil }
            return [
                "class": .text(meaning.look), "icon": .text(direction.icon),
                "words": .text("\(count) \(meaning.word ?? "")"),
            ]
        }
    }
}
