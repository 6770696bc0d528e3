import Mustache
import Scorecard

/// How the partnership is doing, at a glance.
struct HomePage: Page {
    static let template = "home/show"
    let section: Section? = nil
    let address: String? = "/"
    let organisation: String
    let choice: PeriodChoice
    let overview: Overview
    let strategies: [StrategyEntry]
    let statements: [StatementEntry]

    var summary: String {
        "How well \(organisation) does what its plans for children promise, at the end of "
            + "\(choice.quarter.label). \(overview.rollUp.sentence)"
    }

    var values: TemplateRecord {
        let ambitions = overview.scorecards.filter { $0.heading.level != nil }
        var values: TemplateRecord = [
            "period": .text(choice.quarter.label),
            "measures": .text(overview.rollUp.total.counted("measure")),
            "hasMeasures": .flag(overview.rollUp.total > 0),
            "hasAmbitions": .flag(!ambitions.isEmpty),
            "ambitions": .list(ambitions.map(\.ambition)),
            "scorecards": .list(
                overview.scorecards.filter {
                    $0.heading.level == nil && $0.heading.strategyState == .current
                }.map { scorecard in
                    [
                        "href": .text(Links.scorecard(scorecard.heading.slug)),
                        "title": .text(scorecard.heading.title),
                        "words": .text(scorecard.rollUp.sentence),
                    ]
                }),
            "strategies": .list(strategies.filter { $0.state == .current }.map(\.link)),
            "hasStatements": .flag(!statements.isEmpty),
            "statements": .list(
                statements.map { entry in
                    [
                        "statement": .text(entry.statement),
                        "explanation": entry.explanation.template,
                    ]
                }),
        ]
        values.append(tally: overview.rollUp)
        return values
    }
}

extension StrategyEntry {
    fileprivate var link: TemplateValue {
        [
            "href": .text(Links.strategy(slug)), "title": .text(title),
            "words": years.template,
        ]
    }
}

extension ScorecardStanding {
    /// The values of a row of the ambitions' table.
    fileprivate var ambition: TemplateValue {
        let rollUp = rollUp
        let attention = standings.filter { $0.judgement.status == .offTarget }
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
            "attention": Self.attention(attention),
            "calm": .text(rollUp.judged > 0 ? "No measures off target" : "None can be judged yet"),
            "moves": .list(moves),
        ]
    }

    private static func attention(_ standings: [Standing]) -> TemplateValue {
        guard let first = standings.first else { return .absent }
        return [
            "icon": .text(first.judgement.status.icon),
            "href": .text(Links.measure(first.measure.slug)),
            "title": .text(first.measure.title),
            "more": standings.count > 1 ? .text("and \(standings.count - 1) more") : .absent,
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
