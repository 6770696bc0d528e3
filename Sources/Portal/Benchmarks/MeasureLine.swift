import Scorecard

/// What a published series is to the measure that it serves.
enum LineRole: String, CaseIterable {
    /// The figures that the measure is judged by.
    case headline
    /// A part of what the measure counts, such as one group of children.
    case part
    /// Something near it that is not the measure.
    case related
}

/// How well a published series fits the measure.
enum LineMatch: String, CaseIterable {
    case exact
    case close
    case related
}

/// A figure's three numbers, as published.
struct PublishedFigure: Equatable {
    var value: FixedDecimal?
    var numerator: FixedDecimal?
    var denominator: FixedDecimal?
}

/// How a measure's figure comes from a published one.
enum FigureTransform: String, CaseIterable {
    /// As published.
    case none
    /// 100 minus what is published: attendance from absence.
    case complement
    /// The count under a published percentage.
    case numerator

    /// The measure's own figure.
    ///
    /// The count of another area says how large the area is, and nothing of how well it does, so
    /// there is none.
    func applied(to figure: PublishedFigure, isLocal: Bool) -> PublishedFigure {
        switch self {
        case .none:
            figure
        case .complement:
            PublishedFigure(value: figure.value.flatMap { FixedDecimal(100) - $0 })
        case .numerator:
            isLocal ? PublishedFigure(value: figure.numerator) : PublishedFigure()
        }
    }
}
