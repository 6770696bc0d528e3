import Mustache
import Scorecard

/// The list of strategies.
struct StrategyListPage: Page {
    static let template = "strategies/index"
    let section: Section? = .strategies
    let address: String? = Links.strategies.href
    let summary = "What the partnership said it would do, one plan after the other."
    let strategies: [StrategyEntry]

    var values: TemplateRecord {
        let groups: [(id: String, heading: String, state: StrategyState)] = [
            ("current", "Current strategies", .current),
            ("draft", "Being written", .draft),
            ("archived", "Earlier strategies", .archived),
        ]
        return [
            "crumbs": [Links.home].template,
            "groups": .list(
                groups.compactMap { group in
                    let members = strategies.filter { $0.state == group.state }
                    guard !members.isEmpty else { return nil }
                    return [
                        "id": .text(group.id), "heading": .text(group.heading),
                        "strategies": .list(members.map(\.values)),
                    ]
                }),
        ]
    }
}

extension StrategyEntry {
    /// The years it runs: `2024 to 2027`.
    var years: String? { StrategyYears.words(from: starts, to: ends) }

    fileprivate var values: TemplateValue {
        [
            "href": .text(Links.strategy(slug)),
            "title": .text(title),
            "years": .text(years ?? ""),
            "words": .text(purpose ?? ""),
            "state": note.template,
        ]
    }
}

/// How the years of a strategy read.
enum StrategyYears {
    static func words(from starts: String?, to ends: String?) -> String? {
        guard let starts else { return nil }
        return ends.map { "\(starts) to \($0)" } ?? "from \(starts)"
    }
}

/// A strategy's plan on a page.
struct StrategyPage: Page {
    static let template = "strategies/show"
    let section: Section? = .strategies
    let strategy: StrategyDetail
    let boards: [String]
    let levels: [String]
    let objectives: [ObjectiveEntry]
    let pledges: [PledgeEntry]
    let ties: [StrategyTie]
    /// How the measures of each objective stand.
    let rollUps: [Int64: RollUp]

    var address: String? { Links.strategy(strategy.slug) }

    var summary: String {
        strategy.purpose ?? "The plan of \(strategy.title) on a page."
    }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.strategies].template,
            "title": .text(strategy.title),
            "years": .text(
                StrategyYears.words(from: strategy.starts, to: strategy.ends) ?? ""),
            "stateNote": stateNote.template,
            "vision": strategy.vision.template,
            "ambition": strategy.ambition.template,
            "purpose": strategy.purpose.template,
            "boards": .list(boards.map { ["title": .text($0)] }),
            "hasBoards": .flag(!boards.isEmpty),
            "scorecardHref": .text(Links.scorecard(strategy.slug)),
            "source": strategy.sourceDocument.template,
            "note": strategy.note.template,
            "linked": .list(ties.map(\.values)),
            "hasLinked": .flag(!ties.isEmpty),
            "levels": .list(levelValues),
            "pledges": .list(pledges.map(\.values)),
            "hasPledges": .flag(!pledges.isEmpty),
            "pledgesHeading": .text("You said, we will"),
        ]
    }

    private var stateNote: String? {
        switch strategy.state {
        case .current: nil
        case .draft: "This strategy is still being written."
        case .archived: "This strategy has ended. It is kept for the record."
        }
    }

    /// The levels that have objectives under no other, in the strategy's own order.
    private var levelValues: [TemplateValue] {
        levels.enumerated().compactMap { index, name in
            let top = objectives.filter { $0.parentID == nil && $0.level == name }
            guard !top.isEmpty else { return nil }
            return [
                "name": .text(top.count == 1 ? name : name.plural),
                "id": .text("level-\(index + 1)"),
                "objectives": .list(top.map(values)),
            ]
        }
    }

    private func values(_ objective: ObjectiveEntry) -> TemplateValue {
        let what = objective.what?.items ?? []
        let how = objective.how?.items ?? []
        let success = objective.success?.items ?? []
        let children = objectives.filter { $0.parentID == objective.id }
        return [
            "id": .text(objective.slug),
            "number": objective.number.template,
            "title": .text(objective.title),
            "board": objective.board.template,
            "scorecardHref": objective.scorecard.map(Links.scorecard).template,
            "why": objective.why.template,
            "what": .list(what.map { .text($0) }),
            "hasWhat": .flag(!what.isEmpty),
            "how": .list(how.map { .text($0) }),
            "hasHow": .flag(!how.isEmpty),
            "success": .absent,
            "successItems": .list(success.map { .text($0) }),
            "hasSuccess": .flag(!success.isEmpty),
            "measures": measures(objective).template,
            "children": .list(
                children.map { child in
                    [
                        "number": child.number.template,
                        "title": .text(child.title),
                        "detail": (child.what?.items.joined(separator: " ") ?? child.why)
                            .template,
                    ]
                }),
            "hasChildren": .flag(!children.isEmpty),
        ]
    }

    private func measures(_ objective: ObjectiveEntry) -> String? {
        guard let rollUp = rollUps[objective.id] else { return nil }
        let counts = TargetStatus.allCases.filter { rollUp[$0] > 0 }.map { status in
            "\(rollUp[status]) \(status.words.lowercased())"
        }
        return "\(rollUp.total.counted("measure")): \(counts.joined(separator: ", "))"
    }
}

extension StrategyTie {
    fileprivate var values: TemplateValue {
        [
            "label": .text(kind.words), "href": .text(Links.strategy(slug)),
            "title": .text(title),
        ]
    }
}

extension StrategyTie.Kind {
    fileprivate var words: String {
        switch self {
        case .under: "Sits under"
        case .over: "Has under it"
        case .replaces: "Replaces"
        case .replacedBy: "Replaced by"
        }
    }
}

extension PledgeEntry {
    fileprivate var values: TemplateValue {
        [
            "title": .text(title),
            "youSaid": youSaid.template,
            "evidence": evidence.map { words in
                evidenceDate.map { "\(words) (\($0))" } ?? words
            }.template,
            "weWill": .list((weWill?.items ?? []).map { .text($0) }),
            "done": done.map { words in doneDate.map { "\(words) (\($0))" } ?? words }.template,
        ]
    }
}

extension String {
    /// The name of a level for several: `Priorities`, `Outcomes`.
    fileprivate var plural: String {
        hasSuffix("y") ? dropLast() + "ies" : self + "s"
    }
}
