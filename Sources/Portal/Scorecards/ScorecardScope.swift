/// Which placements of measures a page is about.
enum ScorecardScope: Hashable {
    /// Every measure of every strategy.
    case everything
    /// A whole strategy.
    case strategy(Int64)
    /// One objective of a strategy, with those below it.
    case objective(Int64)
    /// What a board oversees in all current strategies.
    case board(Int64)
    /// The objectives of all current strategies that name a theme, with those below them.
    case theme(Int64)
    /// Some measures, wherever they stand.
    case measures([Int64])
}

extension ScorecardScope {
    /// Whether measures of several strategies come together, of which one may stand in two.
    var gathersStrategies: Bool {
        switch self {
        case .everything, .board, .theme, .measures: true
        case .strategy, .objective: false
        }
    }
}
