/// How a figure stands to a benchmark, when chance is allowed for.
public enum BenchmarkComparison: String, CaseIterable, Sendable {
    /// Better than the benchmark by more than chance.
    case better
    /// Not different by more than chance.
    case similar
    /// Worse than the benchmark by more than chance.
    case worse
    /// Above by more than chance, where neither way is better.
    case higher
    /// Below by more than chance, where neither way is better.
    case lower

    /// Compares by whether the benchmark lies in the figure's interval, ends included.
    public init(of interval: ConfidenceInterval, with benchmark: Double, polarity: Polarity) {
        let isHigher = interval.lower > benchmark
        let isLower = interval.upper < benchmark
        self =
            switch polarity {
            case _ where !isHigher && !isLower: .similar
            case .highIsGood: isHigher ? .better : .worse
            case .lowIsGood: isLower ? .better : .worse
            case .betweenIsGood, .context, .unconfirmed: isHigher ? .higher : .lower
            }
    }
}

extension BenchmarkComparison {
    /// What members read.
    public var words: String {
        switch self {
        case .better: "Better"
        case .similar: "Similar"
        case .worse: "Worse"
        case .higher: "Higher"
        case .lower: "Lower"
        }
    }
}
