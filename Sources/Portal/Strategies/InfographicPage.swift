import Mustache
import Scorecard

/// A strategy on one sheet of paper, to be pinned to a wall.
struct InfographicPage: SheetPage {
    static let template = "strategies/infographic"
    /// How many objectives there is room for.
    private static let room = 9
    /// How many of the things that will be done stand where there is no figure.
    private static let roomForActions = 3

    let section: Section? = .strategies
    let plan: StrategyPlan
    let today: Day

    var address: String? { Links.infographic(plan.strategy.slug) }

    var summary: String {
        "\(plan.strategy.title) on one sheet of paper, with how its measures stand at the end of "
            + "\(plan.quarter.label)."
    }

    var values: TemplateRecord {
        let strategy = plan.strategy
        let statements = plan.surroundings.statements
        return [
            "crumbs": [
                Links.home, Links.strategies,
                Link(href: Links.strategy(strategy.slug), label: strategy.shortTitle),
            ].template,
            "title": .text(strategy.title),
            "shortTitle": .text(strategy.shortTitle),
            "strategyHref": .text(Links.strategy(strategy.slug)),
            "scorecardHref": .text(Links.scorecard(strategy.slug)),
            "stateNote": plan.stateNote,
            "layout": .text(layout),
            "aimLabel": .text(aim.label),
            "aim": .text(aim.words),
            "cells": .list(shown.map(values)),
            "tally": plan.rollUp.tally,
            "bar": plan.rollUp.barOfJudged(width: 260),
            "rest": rest.template,
            "statements": .list(
                statements.map {
                    ["href": .text(Links.voice($0.slug)), "title": .text($0.title)]
                }),
            "hasStatements": .flag(!statements.isEmpty),
            "notes": .list(notes.map { .text($0) }),
            "period": .text(plan.quarter.label),
            "today": .text(today.label),
            "source": strategy.sourceDocument.template,
        ]
    }

    /// What the shorthand beside the figures means.
    private var notes: [String] {
        let foremost = shown.compactMap { ForemostMeasure(among: plan.standings(below: $0)) }
        return Wording.shorthand(of: Set(foremost.compactMap { $0.standing.latest?.flag }))
    }

    /// The objectives under no other, or those of the first level where all are too many.
    private var shown: [ObjectiveEntry] {
        let top = plan.outline.parts(of: nil)
        return top.count > Self.room ? plan.topLevels.first?.objectives ?? [] : top
    }

    /// What else the plan has, for which there is no room: `6 promises, 1 pledge`.
    private var rest: String? {
        guard plan.outline.parts(of: nil).count > Self.room else { return nil }
        let levels = plan.topLevels.dropFirst().map { level in
            let name = level.name.lowercased()
            let count = level.objectives.count
            return "\(count) \(count == 1 ? name : name.pluralOfLevel)"
        }
        return levels.joined(separator: ", ")
    }

    /// The style that puts the aim in the middle of as many objectives as there are.
    private var layout: String {
        switch shown.count {
        case 5: " wall__grid--5"
        case 6: " wall__grid--6"
        case 7: " wall__grid--7"
        case 8: " wall__grid--8"
        default: ""
        }
    }

    /// What stands in the middle: the vision, or what the strategy says in its place.
    private var aim: (label: String, words: String) {
        let strategy = plan.strategy
        if let vision = strategy.vision { return ("Our vision", vision) }
        if let ambition = strategy.ambition { return ("Our ambition", ambition) }
        return ("What it is for", strategy.purpose ?? strategy.title)
    }

    private func values(_ objective: ObjectiveEntry) -> TemplateValue {
        let rollUp = plan.rollUp(of: objective)
        let foremost = ForemostMeasure(among: plan.standings(below: objective))
        let actions = (objective.what?.items ?? []).prefix(Self.roomForActions)
        return [
            "number": objective.number.template,
            "level": .text(objective.level),
            "href": .text(plan.address(of: objective)),
            "heading": .text(objective.shortTitle),
            "words": objective.title == objective.shortTitle ? .absent : .text(objective.title),
            "actions": .list(foremost == nil ? actions.map { .text($0) } : []),
            "hasActions": .flag(foremost == nil && !actions.isEmpty),
            "bar": rollUp.barOfJudged(width: 260),
            "tally": rollUp.tally,
            "hasNoFigures": .flag(foremost == nil && rollUp.total > 0),
            "foremost": foremost.map { .record($0.values) } ?? .absent,
        ]
    }

    var sheet: Sheet {
        Sheet(
            name: "\(plan.strategy.slug)-infographic-\(plan.quarter)",
            columns: ["strategy", "level", "number", "objective"] + RollUp.columns
                + ["shown_because"] + Standing.sheetColumns,
            rows: shown.map { objective in
                let foremost = ForemostMeasure(among: plan.standings(below: objective))
                return [
                    plan.strategy.title, objective.level, objective.number ?? "",
                    objective.title,
                ] + plan.rollUp(of: objective).cells + [foremost?.reason.words ?? ""]
                    + (foremost?.standing.sheetCells ?? Standing.sheetColumns.map { _ in "" })
            })
    }
}

extension ForemostMeasure {
    fileprivate var values: TemplateRecord {
        var values: TemplateRecord = [
            "reason": .text(reason.words),
            "value": standing.latestText.template,
            "flag": standing.latestFlag.template,
            "period": standing.latestPeriod.template,
            "measureHref": .text(Links.measure(standing.measure.slug)),
            "measure": .text(standing.measure.title),
            "unit": standing.measure.unit == "%" ? .absent : .text(standing.measure.unit),
            "isOff": .flag(reason == .offTarget),
            "target": (standing.target?.target.words(in: standing.format, on: standing.targetDay))
                .template,
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: standing.changeValues)
        return values
    }
}

extension ForemostMeasure.Reason {
    fileprivate var words: String {
        switch self {
        case .offTarget: "Furthest off target"
        case .newestChange: "Newest change"
        case .newest: "Newest figure"
        }
    }
}
