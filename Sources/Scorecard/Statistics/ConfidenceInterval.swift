/// The range in which the true value behind a figure plausibly lies.
public struct ConfidenceInterval: Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double

    /// Creates an interval.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The interval in a larger unit: of a proportion per 100, or of a count per denominator.
    func scaled(by factor: Double) -> ConfidenceInterval {
        ConfidenceInterval(lower: lower * factor, upper: upper * factor)
    }
}

/// How sure an interval is to hold the true value.
public enum ConfidenceLevel: Hashable, Sendable {
    /// 95%: outside it by chance once in twenty.
    case ninetyFive
    /// 99.8%: outside it by chance once in five hundred.
    ///
    /// It is for comparing many areas at once, where one in twenty would be outside by chance:
    /// public health statistics print it beside 95%, and draw it as the outer limit of funnels.
    case ninetyNinePointEight

    /// The standard normal deviate that leaves half the rest on each side.
    var deviate: Double {
        switch self {
        case .ninetyFive: 1.959963984540054
        case .ninetyNinePointEight: 3.090232306167813
        }
    }

    /// The chance left on each side.
    var tail: Double {
        switch self {
        case .ninetyFive: 0.025
        case .ninetyNinePointEight: 0.001
        }
    }
}
