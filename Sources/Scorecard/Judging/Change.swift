/// How a measure's latest figure differs from an earlier one.
///
/// It is a fact apart from the target: a figure can be on target and worse.
public struct Change: Hashable, Sendable {
    /// Which earlier figure is compared.
    public enum Basis: Hashable, Sendable {
        /// The same period a year before.
        case yearBefore
        /// The figure before, whenever that was, since there is none of a year before.
        case figureBefore
    }

    /// Which way the number moved.
    public enum Direction: String, CaseIterable, Sendable {
        /// It is larger.
        case up
        /// It is smaller.
        case down
        /// It is the same.
        case flat
    }

    /// Whether the movement is good.
    public enum Meaning: String, CaseIterable, Sendable {
        /// The way that is good.
        case better
        /// The other way.
        case worse
        /// No movement.
        case noChange = "no-change"
        /// A movement of a measure for which neither way is better.
        case neither
        /// No movement may be stated, for the reason given.
        case notComparable = "not-comparable"
    }

    /// Why no movement is stated.
    public enum Silence: Hashable, Sendable {
        /// The figures lie on either side of a break, which has this reason.
        case seriesBreak(String)
        /// One of the figures is withheld.
        case suppressed
        /// The difference cannot be written.
        case outOfRange
    }

    /// The period compared with.
    public let earlier: Period
    /// Why that one.
    public let basis: Basis
    /// The latest less the earlier, exact; `nil` when not comparable.
    public let difference: FixedDecimal?
    /// Whether the movement is good.
    public let meaning: Meaning
    /// Why nothing is compared; `nil` when it is.
    public let silence: Silence?

    /// Which way the number moved; `nil` when not comparable.
    public var direction: Direction? {
        guard let difference else { return nil }
        if difference > .zero { return .up }
        return difference < .zero ? .down : .flat
    }
}

extension Change {
    /// Compares the latest figure with the same period a year before, or else with
    /// the figure before; `nil` if there is nothing to compare.
    ///
    /// Figures that grow through the year are compared with the year before only,
    /// since each contains those before it; the figures of whole years do not.
    ///
    /// - Parameters:
    ///   - latest: the latest figure.
    ///   - history: figures of the same measure, area and breakdown, one a
    ///     period, in any order; the latest may be among them.
    ///   - polarity: which way is good.
    ///   - timeBasis: what stretch of time each figure counts.
    ///   - breaks: the breaks of the series.
    public init?(
        of latest: Figure, since history: [Figure], polarity: Polarity,
        timeBasis: TimeBasis = .inPeriod, breaks: [SeriesBreak] = []
    ) {
        guard latest.isSuppressed || latest.value != nil,
            let (earlier, basis) = Self.earlier(
                than: latest, in: history, growing: timeBasis == .cumulative)
        else { return nil }
        self.init(from: earlier, to: latest, basis: basis, polarity: polarity, breaks: breaks)
    }

    /// Compares two figures of one measure.
    public init(
        from earlier: Figure, to latest: Figure, basis: Basis, polarity: Polarity,
        breaks: [SeriesBreak] = []
    ) {
        self.earlier = earlier.period
        self.basis = basis
        if latest.isSuppressed || earlier.isSuppressed {
            (difference, meaning, silence) = (nil, .notComparable, .suppressed)
        } else if let found = breaks.first(where: { $0.parts(earlier.period, from: latest.period) })
        {
            (difference, meaning, silence) = (nil, .notComparable, .seriesBreak(found.reason))
        } else if let now = latest.value, let then = earlier.value, let moved = now - then {
            (difference, meaning, silence) = (moved, polarity.meaning(of: moved), nil)
        } else {
            (difference, meaning, silence) = (nil, .notComparable, .outOfRange)
        }
    }

    private static func earlier(
        than latest: Figure, in history: [Figure], growing: Bool
    ) -> (Figure, Basis)? {
        let yearBefore = latest.period.yearBefore
        let (kind, end) = (latest.period.kind, latest.period.end)
        let contains = kind == .cumulativeTerm || (growing && !kind.isYearly)
        var before: Figure?
        for figure in history where figure.isSuppressed || figure.value != nil {
            if figure.period == yearBefore { return (figure, .yearBefore) }
            guard !contains, figure.period.kind == kind, figure.period.end < end else { continue }
            if before.map({ $0.period.end < figure.period.end }) ?? true { before = figure }
        }
        return before.map { ($0, .figureBefore) }
    }
}

extension Polarity {
    /// Whether a movement is good.
    func meaning(of difference: FixedDecimal) -> Change.Meaning {
        guard difference != .zero else { return .noChange }
        return switch self {
        case .highIsGood: difference > .zero ? .better : .worse
        case .lowIsGood: difference < .zero ? .better : .worse
        case .betweenIsGood, .context, .unconfirmed: .neither
        }
    }
}
