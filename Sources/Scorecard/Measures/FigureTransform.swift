/// A figure's three numbers, as published.
public struct PublishedFigure: Hashable, Sendable {
    /// The value.
    public var value: FixedDecimal?
    /// What was counted.
    public var numerator: FixedDecimal?
    /// What it was counted out of.
    public var denominator: FixedDecimal?

    /// Creates a figure from what was published of it.
    public init(
        value: FixedDecimal? = nil, numerator: FixedDecimal? = nil,
        denominator: FixedDecimal? = nil
    ) {
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
    }
}

/// How a measure's figure comes from a published one.
public enum FigureTransform: String, CaseIterable, Sendable {
    /// As published.
    case none
    /// 100 minus what is published: attendance from absence.
    case complement
    /// The count under a published percentage.
    case numerator
}

extension FigureTransform {
    /// The measure's own figure.
    ///
    /// The complement counts all those who were not counted, where both numbers
    /// are known. The count of another area says how large the area is, and
    /// nothing of how well it does, so there is none.
    public func applied(to figure: PublishedFigure, isLocal: Bool) -> PublishedFigure {
        switch self {
        case .none: figure
        case .complement: figure.complement
        case .numerator: isLocal ? PublishedFigure(value: figure.numerator) : PublishedFigure()
        }
    }
}

extension PublishedFigure {
    fileprivate var complement: PublishedFigure {
        let rest = value.flatMap { FixedDecimal(100) - $0 }
        guard let numerator, let denominator, let others = denominator - numerator,
            others >= .zero
        else { return PublishedFigure(value: rest) }
        return PublishedFigure(value: rest, numerator: others, denominator: denominator)
    }
}
