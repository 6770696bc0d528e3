/// How settled a figure is.
public enum FigureStatus: String, CaseIterable, Sendable {
    /// As published or approved.
    case final
    /// Published again after a correction.
    case revised
    /// Published early, to be replaced.
    case provisional
    /// Worked out in place of a count.
    case estimated
}

extension FigureStatus {
    /// The marker printed beside the figure; a final one has none.
    public var marker: QualityMarker? {
        switch self {
        case .final: nil
        case .revised: .revised
        case .provisional: .provisional
        case .estimated: .estimated
        }
    }
}

/// The value of one measure for one period, one area and one breakdown.
public struct Figure: Hashable, Sendable {
    /// The time it is for.
    public let period: Period
    /// The value, unrounded; a figure without one has a marker that says why.
    public let value: FixedDecimal?
    /// What was counted, where a percentage or rate was published with its parts.
    public let numerator: FixedDecimal?
    /// What it was counted out of.
    public let denominator: FixedDecimal?
    /// How settled it is.
    public let status: FigureStatus
    /// What the publisher printed beside it or in its place.
    public let marker: QualityMarker?

    /// Creates a figure.
    public init(
        period: Period, value: FixedDecimal?, numerator: FixedDecimal? = nil,
        denominator: FixedDecimal? = nil, status: FigureStatus = .final,
        marker: QualityMarker? = nil
    ) {
        self.period = period
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.status = status
        self.marker = marker
    }

    /// Whether there is a figure, even one that may not be shown.
    ///
    /// Where a publisher only says that there is none yet, the one before it is the latest known.
    public var isKnown: Bool { value != nil || isSuppressed }

    /// Creates the figure of a ratio; nothing out of nothing is not applicable, and never 0%.
    public init(period: Period, ratio: Ratio, status: FigureStatus = .final) {
        self.init(
            period: period, value: ratio.value, numerator: ratio.numerator,
            denominator: ratio.denominator, status: status,
            marker: ratio.value == nil ? .notApplicable : nil)
    }

    /// Whether it is withheld, so that nothing may be said about its value.
    ///
    /// The marker decides even where a value is at hand: a confidential figure
    /// is neither judged nor compared.
    public var isSuppressed: Bool { marker == .confidential }

    /// What is printed beside the figure or in its place: the weaker of its marker and its status.
    public var flag: QualityMarker? { QualityMarker.weaker(marker, status.marker) }
}
