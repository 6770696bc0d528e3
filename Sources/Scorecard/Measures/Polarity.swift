/// Which way a measure is meant to go.
public enum Polarity: String, CaseIterable, Sendable {
    /// A larger figure is better, as with attendance.
    case highIsGood = "high"
    /// A smaller figure is better, as with exclusions.
    case lowIsGood = "low"
    /// A figure within a range is good, and one outside it the better the nearer.
    case betweenIsGood = "range"
    /// Neither way is better by itself; the measure sets the scene.
    case context
    /// The owner has not yet said which way is better.
    case unconfirmed
}

extension Polarity {
    /// Whether a figure stands before another in a list: the better first, or the larger where
    /// neither way is better.
    public func lists(_ one: FixedDecimal, before other: FixedDecimal) -> Bool {
        switch self {
        case .lowIsGood: one < other
        case .highIsGood, .betweenIsGood, .context, .unconfirmed: one > other
        }
    }

    /// What members read in every row that judges.
    public var words: String {
        switch self {
        case .highIsGood: "Higher is better"
        case .lowIsGood: "Lower is better"
        case .betweenIsGood: "Within the range is better"
        case .context: "Neither higher nor lower is better"
        case .unconfirmed: "Not yet agreed whether higher or lower is better"
        }
    }
}
