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
    /// What who asks has to do about returns; `nil` for who enters no figures.
    var tasks: [ReturnTask]?

    /// How many measures of each list are named; the page of the list has all.
    private static let most = 3
    /// How many returns are named.
    private static let mostTasks = 5
    /// How many of the changes are named.
    private static let mostChanges = 6

    private var rollUp: RollUp { shift.overview.rollUp }

    var summary: String {
        "How well \(organisation) does what its plans for children promise, at the end of "
            + "\(shift.choice.quarter.label). \(rollUp.sentence)"
    }

    var values: TemplateRecord {
        let scorecards = shift.overview.scorecards
        let boards = Dictionary(
            shift.overview.boards.map { ($0.heading.title, Links.board($0.heading.slug)) },
            uniquingKeysWith: { first, _ in first })
        let ambitions = scorecards.filter { $0.heading.level != nil }
        let attention = shift.attention(on: today)
        let section = AttentionSection(attention)
        var values: TemplateRecord = [
            "period": .text(shift.choice.quarter.label),
            "measures": .text(rollUp.total.counted("measure")),
            "hasMeasures": .flag(rollUp.total > 0),
            "answer": .text(attention.answer(rollUp)),
            "attention": section.values(limit: Self.most),
            "quiet": section.quietWords.template,
            "unjudged": .text(attention.unjudged),
            "unowned": .text(attention.unowned),
            "hasAmbitions": .flag(!ambitions.isEmpty),
            "ambitions": .list(ambitions.map { $0.ambition(boards) }),
            "scorecards": .list(
                scorecards.filter {
                    $0.heading.level == nil && $0.heading.strategyState == .current
                }.map(\.entry)),
            "compareHref": scorecards.first { $0.heading.strategyState == .current }
                .map { Links.scorecard($0.heading.slug) + "/compare" }.template,
            "strategies": .list(
                lists.strategies.map { $0.values(at: Links.strategy, words: $0.years) }),
            "hasStatements": .flag(!lists.statements.isEmpty),
            "statements": .list(
                lists.statements.map { $0.values(at: Links.voice, words: $0.detail) }),
        ]
        values.append("yours", tasks.map { .record(yours($0)) } ?? .absent)
        values.append(contentsOf: reports)
        values.append(tally: rollUp)
        values.append(contentsOf: changes)
        return values
    }

    private func yours(_ tasks: [ReturnTask]) -> TemplateRecord {
        [
            "returnsHref": .text(ReturnLinks.returns),
            "tasks": .list(
                tasks.prefix(Self.mostTasks).map {
                    .record(TaskSection(task: $0, today: today).values)
                }),
            "hasTasks": .flag(!tasks.isEmpty),
        ]
    }

    private var reports: TemplateRecord {
        let (meetings, reports) = (lists.meetings, lists.reports)
        return [
            "meetings": .list(
                meetings.map { $0.values(at: Links.meetings(ofBoard:), words: $0.dayAndDetail) }),
            "hasMeetings": .flag(!meetings.isEmpty),
            "reports": .list(reports.map { $0.values(at: Links.report, words: $0.dayAndDetail) }),
            "hasReports": .flag(!reports.isEmpty),
        ]
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
    fileprivate func values(at link: (String) -> String, words: String?) -> TemplateValue {
        ["href": .text(link(slug)), "title": .text(title), "words": words.template]
    }

    /// The years a strategy runs, unless its title says them.
    fileprivate var years: String? {
        detail.flatMap { title.contains($0.prefix(4)) ? nil : $0 }
    }

    fileprivate var dayAndDetail: String {
        [day?.label, detail].compactMap(\.self).joined(separator: ", ")
    }
}

extension Attention {
    /// What the first page asks, answered as far as the figures go.
    fileprivate func answer(_ rollUp: RollUp) -> String {
        let onTarget =
            judged == 0
            ? Self.unjudgedWords
            : "\(rollUp[.onTarget]) of \(judged.counted("judged measure")) "
                + "\(rollUp[.onTarget] == 1 ? "is" : "are") on target."
        guard rises + falls.count > 0 else { return onTarget }
        return "\(onTarget) Where an earlier figure can be compared, "
            + "\(rises.counted("measure")) got better and \(falls.count) got worse."
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

    /// The values of a row of the ambitions' table; boards' pages are found by their titles.
    fileprivate func ambition(_ boards: [String: String]) -> TemplateValue {
        let rollUp = rollUp
        return [
            "number": heading.number.template,
            "href": .text(
                heading.objectiveAddress ?? heading.address),
            "scorecardHref": .text(heading.address),
            "title": .text(heading.title),
            "board": heading.board.template,
            "boardHref": heading.board.flatMap { boards[$0] }.template,
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
        let others = offTarget.count + falls.count - 1
        let verb = offTarget.isEmpty ? "as did" : others == 1 ? "as is" : "as are"
        return [
            "icon": .text(
                offTarget.isEmpty
                    ? first.change?.direction?.icon ?? "" : first.judgement.status.icon),
            "isMove": .flag(offTarget.isEmpty),
            "note": .text(offTarget.isEmpty ? "got worse" : "off target"),
            "href": .text(Links.measure(first.measure.slug)),
            "title": .text(first.measure.title),
            "more": others > 0 ? .text("\(verb) \(others) more") : .absent,
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
