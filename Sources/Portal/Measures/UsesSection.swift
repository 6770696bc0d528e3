import Mustache
import Scorecard

/// Where a measure is used: strategies, scorecards, boards, and what it serves.
struct UsesSection {
    private let uses: MeasureUses

    init(_ uses: MeasureUses) {
        self.uses = uses
    }

    var values: TemplateRecord {
        let groups = [
            group("Scorecards", scorecards), group("Boards that see it", boards),
            group("What children want to be able to say", statements), group("Themes", themes),
        ]
        return [
            "places": .list(uses.places.map(\.values)),
            "isUnplaced": .flag(uses.places.isEmpty),
            "uses": .list(groups.compactMap(\.self)),
        ]
    }

    private func group(_ heading: String, _ entries: [TemplateValue]) -> TemplateValue? {
        entries.isEmpty ? nil : ["heading": .text(heading), "entries": .list(entries)]
    }

    private var scorecards: [TemplateValue] {
        var shown: Set<String> = []
        return uses.places.filter { shown.insert($0.scorecard).inserted }.map { place in
            Self.entry(Links.scorecard(place.scorecard), place.scorecardTitle)
        }
    }

    private var boards: [TemplateValue] {
        uses.boards.map { Self.entry(Links.board($0.slug), $0.title) }
    }

    private var statements: [TemplateValue] {
        uses.statements.map { Self.entry(Links.voice($0.slug), "“\($0.title)”") }
    }

    private var themes: [TemplateValue] {
        uses.themes.map { theme in
            Self.entry(Links.themeScorecard(theme.slug), theme.title, theme.part)
        }
    }

    private static func entry(
        _ href: String, _ label: String, _ part: String? = nil
    ) -> TemplateValue {
        ["href": .text(href), "label": .text(label), "part": part.template]
    }
}

extension MeasurePlace {
    /// Whether the measure stands under no objective, though maybe under a heading.
    private var isWhole: Bool { objectiveSlug == nil }

    /// Where the measure stands, each place with a name of its own: its link leads there.
    fileprivate var values: TemplateValue {
        [
            "href": .text(
                objectiveSlug.map { Links.objective(strategy: strategySlug, objective: $0) }
                    ?? Links.strategy(strategySlug)),
            "title": .text(isWhole ? strategyTitle : placeWords ?? strategyTitle),
            "words": .text(isWhole ? objectiveTitle ?? "The strategy as a whole" : strategyTitle),
        ]
    }
}
