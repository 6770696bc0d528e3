/// What a scorecard is about: a whole strategy, one objective of it, a board or a theme.
struct ScorecardHeading: Equatable {
    let slug: String
    let title: String
    let scope: ScorecardScope
    /// The strategy; `nil` where measures of several come together.
    let strategy: ScorecardStrategy?
    /// The objective that it is about.
    let objectiveSlug: String?
    let level: String?
    let number: String?
    /// The board that it is reported to.
    let board: String?
    /// What the board or the theme is.
    let description: String?
    /// The name of the country that figures are held against, if there is one.
    let country: String?
}

/// The strategy whose measures a scorecard shows.
struct ScorecardStrategy: Equatable {
    let slug: String
    let title: String
    let shortTitle: String
    let state: StrategyState
    let note: String?
}

extension ScorecardHeading {
    /// Where the page of the objective is that it is about.
    var objectiveAddress: String? {
        guard let strategy, let objectiveSlug else { return nil }
        return Links.objective(strategy: strategy.slug, objective: objectiveSlug)
    }

    /// Whether the strategy holds now; boards and themes gather only what does.
    var strategyState: StrategyState { strategy?.state ?? .current }

    /// Where the scorecard is.
    var address: String {
        switch scope {
        case .board: Links.boardScorecard(slug)
        case .theme: Links.themeScorecard(slug)
        case .everything, .strategy, .objective, .measures: Links.scorecard(slug)
        }
    }

    /// What stands over the title: where an objective belongs, or what the title names.
    var eyebrow: String? {
        switch scope {
        case .board: return "Scorecard by board"
        case .theme: return "Scorecard by theme"
        case .everything, .strategy, .objective, .measures: break
        }
        guard let level, let strategy else { return nil }
        let name = number.map { "\(level) \($0)" } ?? level
        return "\(name), \(strategy.title)"
    }

    /// Which measures it shows, where that needs a word.
    var reach: String? {
        switch scope {
        case .board:
            "What this board oversees in the current strategies. A part of a strategy that names "
                + "a board of its own is on that board’s scorecard."
        case .theme:
            "These are the measures of the parts of current strategies that name this theme."
        case .everything, .strategy, .objective, .measures: nil
        }
    }

    /// What is said where no measure belongs to it.
    var emptyWords: String {
        switch scope {
        case .board: "This board oversees no measures yet."
        case .theme: "No part of a strategy that names this theme has a measure yet."
        case .everything, .strategy, .objective, .measures:
            "No measures have been attached to this strategy yet."
        }
    }

    /// Whose order the rows have unless they are sorted.
    var ownOrder: String {
        scope.gathersStrategies ? "the strategies’ own order" : "the strategy’s own order"
    }
}
