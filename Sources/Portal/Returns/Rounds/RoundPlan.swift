import Scorecard

/// A measure's figure that a round can ask for.
struct DueFigure {
    let measure: String
    let title: String
    let period: Period
    let dueOn: Day
    /// Whether the measure is one that a round asks for unless its lead decides otherwise.
    let isUsual: Bool
    let isJudged: Bool
    let owner: String?
    /// Whose return it belongs to.
    let place: ReturnPlace
}

/// What return a measure belongs to: its service's, or where none is known that of the part of a
/// strategy that names it first.
struct ReturnPlace: Hashable {
    let slug: String
    let title: String
    /// Its place among the returns of a round.
    let position: Int
}

/// The figures that a round asks for, return by return.
struct RoundPlan {
    let period: Period
    let opensOn: Day
    let closesOn: Day
    let note: String?
    let figures: [DueFigure]

    /// The returns in their order, each with its figures.
    var returns: [(place: ReturnPlace, figures: [DueFigure])] {
        Dictionary(grouping: figures, by: \.place)
            .sorted { ($0.key.position, $0.key.slug) < ($1.key.position, $1.key.slug) }
            .map { ($0.key, $0.value) }
    }
}
