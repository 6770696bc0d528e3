/// How much worse one group of children fares than another: computed, never typed.
///
/// The gap is the less advantaged group's disadvantage, so that a larger one is always worse,
/// whichever way is good for the groups' own figures. Both ends are kept, since a gap that closes
/// because the better-off fell back is no success. It is the success test of the Start Well
/// Strategy, and what England's national measures of disadvantage compute.
public struct Gap: Hashable, Sendable {
    /// One of the two groups.
    public struct End: Hashable, Sendable {
        /// The group's name for readers.
        public let group: String
        /// The group's figure.
        public let figure: Figure

        /// Creates an end.
        public init(_ group: String, _ figure: Figure) {
            self.group = group
            self.figure = figure
        }
    }

    /// The group that is expected to fare worse.
    public let lessAdvantaged: End
    /// The group it is compared with.
    public let moreAdvantaged: End
    /// The gap, with the flag of its weaker end; without a value if either end has none.
    public let figure: Figure

    /// Computes a gap; `nil` for figures of two periods, and where neither way is good.
    ///
    /// - Parameters:
    ///   - lessAdvantaged: the group that is expected to fare worse.
    ///   - moreAdvantaged: the group it is compared with.
    ///   - polarity: which way is good for the groups' own figures.
    public init?(lessAdvantaged: End, moreAdvantaged: End, polarity: Polarity) {
        let (less, more) = (lessAdvantaged.figure, moreAdvantaged.figure)
        guard less.period == more.period else { return nil }
        switch polarity {
        case .highIsGood: figure = more.difference(from: less)
        case .lowIsGood: figure = less.difference(from: more)
        case .betweenIsGood, .context, .unconfirmed: return nil
        }
        self.lessAdvantaged = lessAdvantaged
        self.moreAdvantaged = moreAdvantaged
    }
}

extension Gap {
    /// Why a gap is wider or narrower than it was, or which group is ahead where that changed.
    public enum Movement: String, CaseIterable, Sendable {
        /// Narrower, because the less advantaged do better.
        case closing
        /// Narrower, and the less advantaged do no better: the others do worse.
        case levellingDown = "levelling-down"
        /// Wider, because the less advantaged do worse.
        case fallingBehind = "falling-behind"
        /// Wider, and the less advantaged do no worse: the others do better.
        case leftBehind = "left-behind"
        /// The same.
        case unchanged
        /// There was none, and now one group fares worse.
        case opened
        /// The group that fared worse now fares better, whichever it was.
        case changedPlaces = "changed-places"
        /// The less advantaged fared better, and do so by more.
        case furtherAhead = "further-ahead"
        /// The less advantaged fared better, and do so by less.
        case lessAhead = "less-ahead"
        /// The less advantaged fared better, and now neither does.
        case evened
    }

    /// How the gap moved since an earlier one; `nil` where a figure is missing or withheld.
    ///
    /// The polarity is that of the groups' own figures.
    public func movement(since earlier: Gap, polarity: Polarity) -> Movement? {
        guard let now = figure.value, let then = earlier.figure.value,
            let own = lessAdvantaged.figure.value,
            let before = earlier.lessAdvantaged.figure.value
        else { return nil }
        if now == then { return .unchanged }
        if then == .zero { return .opened }
        if then < .zero { return Self.movement(fromAhead: then, to: now) }
        if now < .zero { return .changedPlaces }
        let meaning = GoodDirection(polarity).meaning(from: before, to: own)
        if now < then { return meaning == .better ? .closing : .levellingDown }
        return meaning == .worse ? .fallingBehind : .leftBehind
    }

    /// The movement of a gap that was negative, so that the less advantaged fared better.
    private static func movement(
        fromAhead then: FixedDecimal, to now: FixedDecimal
    ) -> Movement {
        if now > .zero { return .changedPlaces }
        if now == .zero { return .evened }
        return now < then ? .furtherAhead : .lessAhead
    }
}
