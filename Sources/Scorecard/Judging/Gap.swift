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
    /// - Parameter polarity: which way is good for the groups' own figures.
    public init?(lessAdvantaged: End, moreAdvantaged: End, polarity: Polarity) {
        let (less, more) = (lessAdvantaged.figure, moreAdvantaged.figure)
        guard less.period == more.period else { return nil }
        let (from, to): (Figure, Figure)
        switch polarity {
        case .highIsGood: (from, to) = (less, more)
        case .lowIsGood: (from, to) = (more, less)
        case .betweenIsGood, .context, .unconfirmed: return nil
        }
        self.lessAdvantaged = lessAdvantaged
        self.moreAdvantaged = moreAdvantaged
        figure = Self.difference(from: from, to: to)
    }

    private static func difference(from: Figure, to: Figure) -> Figure {
        let marker = QualityMarker.weaker(from.flag, to.flag)
        var value: FixedDecimal?
        if !from.isSuppressed, !to.isSuppressed, let low = from.value, let high = to.value {
            value = high - low
        }
        let status = FigureStatus.allCases.first { $0.marker == marker } ?? .final
        return Figure(
            period: from.period, value: value, status: value == nil ? .final : status,
            marker: value == nil ? marker ?? .notAvailable : status == .final ? marker : nil)
    }
}

extension Figure {
    /// What is printed beside the figure: its marker, or else the one of its status.
    public var flag: QualityMarker? { marker ?? status.marker }
}

extension Gap {
    /// Why a gap is wider or narrower than it was.
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
    }

    /// How the gap moved; `nil` where one of the figures is missing or withheld.
    ///
    /// - Parameter polarity: which way is good for the groups' own figures.
    public func movement(since earlier: Gap, polarity: Polarity) -> Movement? {
        guard let now = figure.value, let then = earlier.figure.value,
            let own = lessAdvantaged.figure.value,
            let before = earlier.lessAdvantaged.figure.value
        else { return nil }
        if now == then { return .unchanged }
        let meaning = GoodDirection(polarity).meaning(from: before, to: own)
        if now < then { return meaning == .better ? .closing : .levellingDown }
        return meaning == .worse ? .fallingBehind : .leftBehind
    }
}
