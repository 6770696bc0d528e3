import Mustache
import Scorecard

/// The list of strategies.
struct StrategyListPage: SheetPage {
    static let template = "strategies/index"
    let section: Section? = .strategies
    let address: String? = Links.strategies.href
    let summary = "What the partnership said it would do, one plan after the other."
    let quarter: FinancialQuarter
    let strategies: [StrategyEntry]
    /// The measures of each strategy, by its id.
    let measures: [Int64: [Int64]]
    let standings: [Int64: Standing]

    var values: TemplateRecord {
        let groups: [(id: String, heading: String, state: StrategyState)] = [
            ("current", "Current strategies", .current),
            ("draft", "Being written", .draft),
            ("archived", "Earlier strategies", .archived),
        ]
        return [
            "crumbs": [Links.home].template,
            "period": .text(quarter.label),
            "groups": .list(
                groups.compactMap { group in
                    let members = strategies.filter { $0.state == group.state }
                    guard !members.isEmpty else { return nil }
                    return [
                        "id": .text(group.id), "heading": .text(group.heading),
                        "strategies": .list(members.map(values)),
                    ]
                }),
        ]
    }

    private func values(_ strategy: StrategyEntry) -> TemplateValue {
        let rollUp = rollUp(of: strategy)
        return [
            "href": .text(Links.strategy(strategy.slug)),
            "title": .text(strategy.title),
            "years": strategy.years.template,
            "words": strategy.purpose.template,
            "note": note(strategy).template,
            "bar": rollUp.barOfJudged(width: 260),
            "tally": rollUp.tally,
            "scorecardHref": .text(Links.scorecard(strategy.slug)),
            "infographicHref": strategy.hasObjectives
                ? .text(Links.infographic(strategy.slug)) : .absent,
        ]
    }

    /// What a reader must know before opening a plan that is no longer in force.
    private func note(_ strategy: StrategyEntry) -> String? {
        if let successor = strategy.successor { return "Replaced by \(successor)." }
        guard strategy.state == .current, let ends = strategy.ends.flatMap({ Int($0) }),
            ends < quarter.end.civil.year
        else { return nil }
        return "Its printed term ended in \(ends)."
    }

    private func rollUp(of strategy: StrategyEntry) -> RollUp {
        RollUp((measures[strategy.id] ?? []).compactMap { standings[$0]?.judgement.status })
    }

    var sheet: Sheet {
        Sheet(
            name: "strategies-\(quarter)",
            columns: ["strategy", "state", "starts", "ends"] + RollUp.columns,
            rows: strategies.map { strategy in
                [
                    strategy.title, strategy.state.rawValue, strategy.starts ?? "",
                    strategy.ends ?? "",
                ] + rollUp(of: strategy).cells
            })
    }
}

extension StrategyEntry {
    /// The years it runs: `2024 to 2027`.
    var years: String? { StrategyYears.words(from: starts, to: ends) }
}

/// How the years of a strategy read.
enum StrategyYears {
    static func words(from starts: String?, to ends: String?) -> String? {
        guard let starts else { return nil }
        return ends.map { "\(starts) to \($0)" } ?? "from \(starts)"
    }
}
