import Mustache
import Scorecard

/// One board: what it is for, what it oversees and how that stands, and when it meets.
struct BoardPage: Page {
    static let template = "boards/show"
    let section: Section? = .boards
    let board: BoardEntry
    let ties: [BoardTie]
    /// How the measures of each scorecard stand, by its slug.
    let rollUps: [String: RollUp]
    /// The quarter at whose end they are looked at.
    let period: FinancialQuarter
    /// The meetings, the latest first.
    let meetings: [MeetingEntry]
    let today: Day

    var address: String? { Links.board(board.slug) }

    var summary: String {
        board.role ?? "What the \(board.title) oversees, and when it meets."
    }

    var values: TemplateRecord {
        let strategies = ties.filter { $0.kind == .strategy }
        let objectives = ties.filter { $0.kind == .objective }
        let scorecards = ties.filter { $0.scorecard != nil }
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.boards].template,
            "title": .text(board.title),
            "role": board.role.template,
            "source": board.sourceDocument.template,
            "above": boards(.above),
            "below": boards(.below),
            "hasBelow": .flag(ties.contains { $0.kind == .below }),
            "strategies": .list(strategies.map(\.values)),
            "hasStrategies": .flag(!strategies.isEmpty),
            "objectives": .list(objectives.map(\.values)),
            "hasObjectives": .flag(!objectives.isEmpty),
            "oversees": .flag(!strategies.isEmpty || !objectives.isEmpty),
            "scorecards": .list(scorecards.map(scorecard)),
            "hasScorecards": .flag(!scorecards.isEmpty),
            "period": .text(period.label),
            "scorecardHref": strategies.isEmpty && objectives.isEmpty
                ? .absent : .text(Links.boardScorecard(board.slug)),
        ]
        values.append(meetings: BoardMeetings(meetings, on: today))
        return values
    }

    private func boards(_ kind: BoardTie.Kind) -> TemplateValue {
        .list(
            ties.filter { $0.kind == kind }.map { tie in
                ["href": .text(Links.board(tie.slug)), "title": .text(tie.title)]
            })
    }

    private func scorecard(_ tie: BoardTie) -> TemplateValue {
        let rollUp = tie.scorecard.flatMap { rollUps[$0] } ?? RollUp()
        return [
            "href": .text(Links.scorecard(tie.scorecard ?? "")),
            "title": .text(tie.scorecardTitle ?? tie.title),
            "note": tie.note.template,
            "measures": .text(rollUp.total.counted("measure")),
            "bar": rollUp.bar(width: 260),
            "counts": rollUp.counts,
            "sentence": .text(rollUp.sentence),
        ]
    }
}

extension BoardTie {
    /// Where an objective belongs, and what a strategy's state says.
    fileprivate var note: String? {
        if strategyState == .archived { return "This strategy has ended" }
        guard kind == .objective else { return nil }
        return [level == title ? nil : level, strategyTitle].compactMap(\.self).joined(
            separator: ", ")
    }

    fileprivate var values: TemplateValue {
        [
            "href": .text(Links.strategy(slug)), "title": .text(title), "note": note.template,
        ]
    }
}
