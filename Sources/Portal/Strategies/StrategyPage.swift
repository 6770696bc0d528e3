import Mustache
import Scorecard

/// A strategy's plan on a page.
struct StrategyPage: SheetPage {
    static let template = "strategies/show"
    let section: Section? = .strategies
    let plan: StrategyPlan

    var address: String? { Links.strategy(plan.strategy.slug) }

    var summary: String {
        plan.strategy.purpose ?? "The plan of \(plan.strategy.title) on a page."
    }

    var values: TemplateRecord {
        let strategy = plan.strategy
        let surroundings = plan.surroundings
        let hasObjectives = !plan.outline.objectives.isEmpty
        return [
            "crumbs": [Links.home, Links.strategies].template,
            "title": .text(strategy.title),
            "years": StrategyYears.words(from: strategy.starts, to: strategy.ends).template,
            "period": .text(plan.quarter.label),
            "stateNote": plan.stateNote,
            "vision": strategy.vision.template,
            "ambition": strategy.ambition.template,
            "purpose": strategy.purpose.template,
            "hasAims": .flag(
                strategy.vision != nil || strategy.ambition != nil || strategy.purpose != nil),
            "sentence": .text(plan.rollUp.sentence),
            "bar": plan.rollUp.barOfJudged(width: 720),
            "scorecardHref": .text(Links.scorecard(strategy.slug)),
            "infographicHref": hasObjectives
                ? .text(Links.infographic(strategy.slug)) : .absent,
            "levels": .list(levels),
            "whole": whole,
            "statements": .list(mentions(surroundings.statements, at: Links.voice)),
            "hasStatements": .flag(surroundings.statements.contains { !$0.objectives.isEmpty }),
            "themes": .list(mentions(surroundings.themes, at: Links.themeScorecard)),
            "hasThemes": .flag(!surroundings.themes.isEmpty),
            "pledges": .list(surroundings.pledges.map(\.values)),
            "hasPledges": .flag(!surroundings.pledges.isEmpty),
            "boards": .list(surroundings.boards.map(\.values)),
            "hasBoards": .flag(!surroundings.boards.isEmpty),
            "linked": .list(surroundings.ties.map(\.values)),
            "source": strategy.sourceDocument.template,
            "note": strategy.note.template,
        ]
    }

    /// The levels that have objectives under no other, in the strategy's own order.
    private var levels: [TemplateValue] {
        plan.topLevels.enumerated().map { index, level in
            [
                "name": .text(
                    level.objectives.count == 1 ? level.name : level.name.pluralOfLevel),
                "id": .text("level-\(index + 1)"),
                "blocks": .list(blocks(level.objectives)),
            ]
        }
    }

    /// Each objective with parts by itself, and those without side by side in rows.
    private func blocks(_ objectives: [ObjectiveEntry]) -> [TemplateValue] {
        var blocks: [TemplateValue] = []
        var alone: [ObjectiveEntry] = []
        func closeRow() {
            guard !alone.isEmpty else { return }
            blocks.append(["goal": .absent, "row": ["parts": .list(alone.map(box))]])
            alone = []
        }
        for objective in objectives {
            let parts = plan.outline.parts(of: objective)
            guard !parts.isEmpty else {
                alone.append(objective)
                continue
            }
            closeRow()
            var goal = values(objective)
            goal.append("parts", .list(parts.map(box)))
            goal.append("aims", .list((objective.what?.items ?? []).map { .text($0) }))
            blocks.append(["goal": .record(goal), "row": .absent])
        }
        closeRow()
        return blocks
    }

    private func box(_ objective: ObjectiveEntry) -> TemplateValue {
        .record(values(objective))
    }

    private func values(_ objective: ObjectiveEntry) -> TemplateRecord {
        let actions = (objective.what ?? objective.why)?.items ?? []
        let parts = plan.outline.parts(of: objective)
        return [
            "slug": .text(objective.slug),
            "href": .text(plan.address(of: objective)),
            "number": objective.number.template,
            "heading": .text(objective.shortTitle),
            "title": objective.title == objective.shortTitle ? .absent : .text(objective.title),
            "lead": (plan.surroundings.leads[objective.id]?.first?.title).template,
            "actions": .list(actions.map { .text($0) }),
            "hasActions": .flag(!actions.isEmpty),
            "below": .list(
                parts.map { part in
                    ["href": .text(plan.address(of: part)), "label": .text(part.shortTitle)]
                }),
            "hasBelow": .flag(!parts.isEmpty),
            "tally": plan.tally(of: objective),
        ]
    }

    /// How the measures that stand under no objective do, if there are any.
    private var whole: TemplateValue {
        let rollUp = plan.rollUpOfWhole
        guard rollUp.total > 0 else { return .absent }
        return ["sentence": .text(rollUp.sentence), "tally": rollUp.tally]
    }

    /// Statements or themes, each with the objectives that serve it.
    private func mentions(
        _ mentions: [Mention], at address: (_ slug: String) -> String
    ) -> [TemplateValue] {
        mentions.filter { !$0.objectives.isEmpty }.map { mention in
            [
                "href": .text(address(mention.slug)),
                "title": .text(mention.title), "detail": mention.detail.template,
                "objectives": .list(
                    mention.objectives.compactMap(plan.outline.objective).map { objective in
                        [
                            "href": .text(plan.address(of: objective)),
                            "label": .text(objective.placeAndTitle),
                        ]
                    }),
            ]
        }
    }

    var sheet: Sheet {
        Sheet(
            name: "\(plan.strategy.slug)-plan-\(plan.quarter)",
            columns: ["strategy", "level", "number", "objective", "part_of"] + RollUp.columns,
            rows: plan.outline.objectives.map { objective in
                [
                    plan.strategy.title, objective.level, objective.number ?? "",
                    objective.title,
                    objective.parentID.flatMap { plan.outline.objective($0)?.title } ?? "",
                ] + plan.rollUp(of: objective).cells
            }
                + (plan.rollUpOfWhole.total > 0
                    ? [
                        [plan.strategy.title, "", "", "The strategy as a whole", ""]
                            + plan.rollUpOfWhole.cells
                    ] : []))
    }
}

extension StrategyPlan {
    func address(of objective: ObjectiveEntry) -> String {
        Links.objective(strategy: strategy.slug, objective: objective.slug)
    }

    /// What a reader must know of a strategy that is not in force, and what took its place.
    var stateNote: TemplateValue {
        let words: String
        switch strategy.state {
        case .current: return .absent
        case .draft: words = "This strategy is still being written."
        case .archived: words = "This strategy has ended. It is kept for the record."
        }
        return ["words": .text(words), "successors": .list(successors.map(\.values))]
    }
}

extension BoardMention {
    var values: TemplateValue {
        ["href": .text(Links.board(slug)), "title": .text(title)]
    }
}

extension StrategyTie {
    var values: TemplateValue {
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
    var values: TemplateValue {
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
    var pluralOfLevel: String {
        hasSuffix("y") ? dropLast() + "ies" : self + "s"
    }
}
