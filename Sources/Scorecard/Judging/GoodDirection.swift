/// Which way a measure's figures should move.
public struct GoodDirection: Hashable, Sendable {
    /// Which way is good.
    public let polarity: Polarity
    /// The range within which a figure is good, where the polarity asks for one.
    public let range: ClosedRange<FixedDecimal>?

    /// Creates a direction.
    public init(_ polarity: Polarity, range: ClosedRange<FixedDecimal>? = nil) {
        self.polarity = polarity
        self.range = range
    }

    /// Creates the direction of a measure, with the range that its target asks for.
    public init(_ polarity: Polarity, target: Target?) {
        self.polarity = polarity
        range =
            switch target?.goal {
            case .within(let low, let high): low...high
            case .atLeast, .atMost, .floor, .maintain, .trajectory, nil: nil
            }
    }

    /// Whether a movement is good, exactly.
    ///
    /// Where a range is good, what counts is the distance to it: moving within it is neither
    /// better nor worse, and without a range nothing can be said.
    public func meaning(from earlier: FixedDecimal, to latest: FixedDecimal) -> Change.Meaning {
        guard earlier != latest else { return .noChange }
        switch polarity {
        case .highIsGood: return latest > earlier ? .better : .worse
        case .lowIsGood: return latest < earlier ? .better : .worse
        case .betweenIsGood:
            guard let range else { return .neither }
            let (before, now) = (range.distance(to: earlier), range.distance(to: latest))
            if before == now { return .neither }
            return now < before ? .better : .worse
        case .context, .unconfirmed: return .neither
        }
    }
}

extension ClosedRange<FixedDecimal> {
    /// How far a value lies outside, in hundred-millionths; 0 within.
    fileprivate func distance(to value: FixedDecimal) -> Int128 {
        Swift.max(lowerBound.wide - value.wide, value.wide - upperBound.wide, 0)
    }
}
