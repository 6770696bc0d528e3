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
        /// The period just before, beside the year before.
        case periodBefore
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
    /// The earlier value; `nil` when not comparable.
    public let earlierValue: FixedDecimal?
    /// The latest value; `nil` when not comparable.
    public let latestValue: FixedDecimal?
    /// The latest less the earlier, exact; `nil` when not comparable.
    public let difference: FixedDecimal?
    /// Whether the movement is good.
    public private(set) var meaning: Meaning
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
    /// The same change of a gap, knowing why it moved.
    ///
    /// A gap that is narrower only because the better-off group does worse is not better: nobody
    /// gained. Neither way is better then, and the number stands without a word.
    ///
    /// - Parameter movement: why the gap is another than the earlier one.
    /// - Returns: The change with the meaning that it has for children.
    public func ofGap(_ movement: Gap.Movement) -> Change {
        guard movement == .levellingDown, meaning == .better else { return self }
        var change = self
        change.meaning = .neither
        return change
    }

    /// Compares the latest figure with the same period a year before, or else with
    /// the figure before; `nil` if there is nothing to compare.
    ///
    /// Figures that contain part of those before them, as figures of the year so far and of the
    /// last twelve months do, are compared with the year before only; so are school terms, which
    /// are too unlike. The figures of whole years are compared with any earlier year.
    ///
    /// - Parameters:
    ///   - latest: the latest figure.
    ///   - history: figures of the same measure, area and breakdown, one a
    ///     period, in any order; the latest may be among them.
    ///   - direction: which way is good.
    ///   - timeBasis: what stretch of time each figure counts.
    ///   - breaks: the breaks of the series.
    public init?(
        of latest: Figure, since history: [Figure], _ direction: GoodDirection,
        timeBasis: TimeBasis = .inPeriod, breaks: [SeriesBreak] = []
    ) {
        guard latest.isKnown,
            let (earlier, basis) = Self.earlier(than: latest, in: history, timeBasis)
        else { return nil }
        let marked = Self.markedBreak(in: history, from: earlier.period, to: latest)
        self.init(
            from: earlier, to: latest, basis: basis, direction,
            breaks: marked.map { breaks + [$0] } ?? breaks)
    }

    /// Compares the latest figure with the period just before; `nil` without one, or where that
    /// would mislead.
    ///
    /// Only what is counted within quarters or months is compared so: a year has no other period
    /// before than the year before, schools' terms are too unlike, and figures that contain the
    /// one before, in whole or in part, differ by what they share.
    public init?(
        of latest: Figure, sincePeriodBefore history: [Figure], _ direction: GoodDirection,
        timeBasis: TimeBasis = .inPeriod, breaks: [SeriesBreak] = []
    ) {
        guard latest.isKnown, timeBasis == .inPeriod || timeBasis == .snapshot,
            latest.period.kind == .financialQuarter || latest.period.kind == .month,
            let period = latest.period.predecessor,
            let before = history.first(where: { $0.period == period && $0.isKnown })
        else { return nil }
        self.init(from: before, to: latest, basis: .periodBefore, direction, breaks: breaks)
    }

    /// Compares two figures of one measure.
    public init(
        from earlier: Figure, to latest: Figure, basis: Basis, _ direction: GoodDirection,
        breaks: [SeriesBreak] = []
    ) {
        self.earlier = earlier.period
        self.basis = basis
        silence = Self.silence(between: earlier, and: latest, breaks)
        guard silence == nil, let now = latest.value, let then = earlier.value else {
            (earlierValue, latestValue, difference, meaning) = (nil, nil, nil, .notComparable)
            return
        }
        (earlierValue, latestValue, difference) = (then, now, now - then)
        meaning = direction.meaning(from: then, to: now)
    }

    /// The break that a publisher marked at a figure after the earlier one, and did not explain.
    private static func markedBreak(
        in history: [Figure], from earlier: Period, to latest: Figure
    ) -> SeriesBreak? {
        let isMarked = { (figure: Figure) in
            figure.marker == .seriesBreak && earlier < figure.period
                && figure.period <= latest.period
        }
        guard let first = isMarked(latest) ? latest : history.first(where: isMarked) else {
            return nil
        }
        return SeriesBreak(first: first.period, reason: "the way of counting changed")
    }

    private static func silence(
        between earlier: Figure, and latest: Figure, _ breaks: [SeriesBreak]
    ) -> Silence? {
        if latest.isSuppressed || earlier.isSuppressed { return .suppressed }
        for entry in breaks where entry.parts(earlier.period, from: latest.period) {
            return .seriesBreak(entry.reason)
        }
        guard let now = latest.value, let then = earlier.value, now - then != nil else {
            return .outOfRange
        }
        return nil
    }

    private static func earlier(
        than latest: Figure, in history: [Figure], _ timeBasis: TimeBasis
    ) -> (Figure, Basis)? {
        if let yearBefore = latest.period.yearBefore,
            let figure = history.first(where: { $0.period == yearBefore && $0.isKnown })
        {
            return (figure, .yearBefore)
        }
        let (kind, end) = (latest.period.kind, latest.period.end)
        guard kind.hasComparablePredecessors(timeBasis) else { return nil }
        var before: Figure?
        for figure in history where figure.isKnown {
            guard figure.period.kind == kind, figure.period.end < end else { continue }
            if before.map({ $0.period.end < figure.period.end }) ?? true { before = figure }
        }
        return before.map { ($0, .figureBefore) }
    }
}

extension PeriodKind {
    /// Whether a figure may be compared with any earlier one, and not only the year before.
    fileprivate func hasComparablePredecessors(_ timeBasis: TimeBasis) -> Bool {
        switch self {
        case .financialYear, .academicYear, .calendarYear, .pooledYears, .snapshot: true
        case .cumulativeTerm, .schoolTerm: false
        case .financialQuarter, .month:
            switch timeBasis {
            case .cumulative, .rolling: false
            case .inPeriod, .snapshot, .cohortYear, .survey, .asParts, .unknown: true
            }
        }
    }
}
