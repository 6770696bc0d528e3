import Mustache
import Scorecard

/// One part of a strategy: why it is there, what is done, and how its measures stand.
struct ObjectivePage: SheetPage {
    static let template = "strategies/objective"
    let section: Section? = .strategies
    let plan: StrategyPlan
    let objective: ObjectiveEntry
    let today: Day

    var address: String? { plan.address(of: objective) }

    var summary: String {
        "\(objective.title). \(objective.place) of \(plan.strategy.title)."
    }

    var values: TemplateRecord {
        let strategy = plan.strategy
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Links.strategies,
                Link(href: Links.strategy(strategy.slug), label: strategy.shortTitle),
            ].template,
            "strategy": .text(strategy.title),
            "strategyShort": .text(strategy.shortTitle),
            "strategyHref": .text(Links.strategy(strategy.slug)),
            "place": .text(objective.place),
            "heading": .text(objective.shortTitle),
            "title": objective.title == objective.shortTitle ? .absent : .text(objective.title),
            "stateNote": plan.stateNote,
            "period": .text(plan.quarter.label),
            "parts": .list(parts),
            "hasParts": .flag(!parts.isEmpty),
            "partsHeading": .text(partsHeading),
            "actions": .list(actions.map { $0.values(on: today) }),
            "hasActions": .flag(!actions.isEmpty),
            "pledges": .list(pledges.map(\.values)),
            "hasPledges": .flag(!pledges.isEmpty),
            "note": objective.note.template,
            "source": strategy.sourceDocument.template,
        ]
        values.append(contentsOf: story)
        values.append(contentsOf: measures)
        values.append(contentsOf: ties)
        values.append(contentsOf: steps)
        return values
    }

    /// Why, what, how, and what success looks like; what the strategy leaves out is left out.
    private var story: TemplateRecord {
        let entries = [
            ("Why it matters", objective.why), ("What we will do", objective.what),
            ("How", objective.how), ("What success looks like", objective.success),
        ].compactMap { heading, text -> TemplateValue? in
            guard let items = text?.items, !items.isEmpty else { return nil }
            return [
                "heading": .text(heading),
                "paragraph": items.count == 1 ? .text(items[0]) : .absent,
                "items": .list(items.count == 1 ? [] : items.map { .text($0) }),
                "isList": .flag(items.count > 1),
            ]
        }
        return ["story": .list(entries), "hasStory": .flag(!entries.isEmpty)]
    }

    private var measures: TemplateRecord {
        let rollUp = plan.rollUp(of: objective)
        let notes = Wording.shorthand(
            of: Set(plan.standings.values.compactMap { $0.latest?.flag }))
        var values: TemplateRecord = [
            "hasMeasures": .flag(rollUp.total > 0),
            "hasJudged": .flag(rollUp.judged > 0),
            "caption": .text(rollUp.total.counted("measure")),
            "scorecardHref": objective.scorecard.map(Links.scorecard).template,
            "groups": .list(groups.map(values)),
            "notes": .list(notes.map { .text($0) }),
        ]
        values.append(tally: rollUp)
        return values
    }

    /// The objectives of the branch that have measures, each with them.
    private var groups: [(objective: ObjectiveEntry, rows: [Standing])] {
        plan.outline.branch(of: objective).compactMap { member in
            let rows = plan.outline.measures(at: member).compactMap { plan.standings[$0.id] }
            return rows.isEmpty ? nil : (member, rows)
        }
    }

    /// A group of rows, with a heading unless the measures are the objective's own.
    private func values(
        _ group: (objective: ObjectiveEntry, rows: [Standing])
    ) -> TemplateValue {
        let isOwn = group.objective == objective
        return [
            "groupHeading": isOwn ? .absent : .text(group.objective.shortTitle),
            "groupPlace": .text(group.objective.place),
            "rows": .list(group.rows.map(\.compactRow)),
        ]
    }

    private var parts: [TemplateValue] {
        plan.outline.parts(of: objective).map { part in
            [
                "href": .text(plan.address(of: part)), "number": part.number.template,
                "heading": .text(part.shortTitle),
                "detail": (part.what ?? part.why).flatMap(\.items.first).template,
                "tally": plan.tally(of: part),
            ]
        }
    }

    /// The name of the level below, if all that is below is of one level.
    private var partsHeading: String {
        let parts = plan.outline.parts(of: objective)
        let levels = Set(parts.map(\.level))
        guard let level = levels.first, levels.count == 1 else { return "What it is made of" }
        return parts.count == 1 ? level : level.pluralOfLevel
    }

    private var actions: [Action] { plan.surroundings.actions[objective.id] ?? [] }

    private var pledges: [PledgeEntry] {
        plan.surroundings.pledges.filter { $0.objective == objective.id }
    }

    /// What the objective is part of, who leads it, and what it serves.
    private var ties: TemplateRecord {
        let parent = objective.parentID.flatMap { plan.outline.objective($0) }
        let serves = { (mention: Mention) in mention.objectives.contains(objective.id) }
        let leads = plan.surroundings.leads[objective.id] ?? []
        let statements = plan.surroundings.statements.filter(serves)
        let themes = plan.surroundings.themes.filter(serves)
        return [
            "parent": parent.map { parent in
                [
                    "href": .text(plan.address(of: parent)),
                    "words": .text(parent.placeAndTitle),
                ]
            } ?? .absent,
            "measuredParent": measuredParent,
            "wholeHref": plan.rollUpOfWhole.total > 0
                ? .text(Links.scorecard(plan.strategy.slug)) : .absent,
            "leads": .list(leads.map(\.values)), "hasLeads": .flag(!leads.isEmpty),
            "statements": .list(
                statements.map {
                    ["href": .text(Links.voice($0.slug)), "title": .text($0.title)]
                }),
            "hasStatements": .flag(!statements.isEmpty),
            "themes": .list(
                themes.map {
                    [
                        "href": .text(Links.themeScorecard($0.slug)),
                        "title": .text($0.title),
                    ]
                }),
            "hasThemes": .flag(!themes.isEmpty),
        ]
    }

    /// The nearest objective above that has measures.
    private var measuredParent: TemplateValue {
        var above = objective.parentID.flatMap { plan.outline.objective($0) }
        while let next = above, plan.outline.measures(below: next).isEmpty {
            above = next.parentID.flatMap { plan.outline.objective($0) }
        }
        return above.map { above in
            [
                "href": .text(plan.address(of: above) + "#measures"),
                "words": .text(above.placeAndTitle),
            ]
        } ?? .absent
    }

    /// The way to the objectives before and after.
    private var steps: TemplateRecord {
        let (before, after) = plan.outline.neighbours(of: objective)
        let link = { (other: ObjectiveEntry?) -> TemplateValue in
            other.map { other in
                [
                    "href": .text(plan.address(of: other)), "place": .text(other.place),
                    "heading": .text(other.shortTitle),
                ]
            } ?? .absent
        }
        return [
            "before": link(before), "after": link(after),
            "hasSteps": .flag(before != nil || after != nil),
            "stepsLabel": .text("Other \(objective.level.pluralOfLevel.lowercased())"),
        ]
    }

    var sheet: Sheet {
        Sheet(
            name: "\(plan.strategy.slug)-\(objective.slug)-\(plan.quarter)",
            columns: ["strategy", "level", "number", "objective"] + Standing.sheetColumns,
            rows: groups.flatMap { group in
                group.rows.map { standing in
                    [
                        plan.strategy.title, group.objective.level,
                        group.objective.number ?? "", group.objective.title,
                    ] + standing.sheetCells
                }
            })
    }
}

extension Standing {
    /// The values of a row with the figure, the target, the status and the change.
    fileprivate var compactRow: TemplateValue {
        var row: TemplateRecord = [
            "href": .text(Links.measure(measure.slug)),
            "title": .text(measure.title),
            "unit": measure.unit == "%" ? .absent : .text(measure.unit),
            "counted": countText.template,
            "polarity": .text(measure.polarity.words),
            "value": latestText.template,
            "flag": latestFlag.template,
            "period": latestPeriod.template,
            "target": (target?.target.words(in: format, on: targetDay)).template,
            "targetUntil": (target?.target.ends?.untilWords).template,
        ]
        row.append(contentsOf: statusValues)
        row.append(contentsOf: changeValues)
        return .record(row)
    }
}
