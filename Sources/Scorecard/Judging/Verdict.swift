/// A figure held against a target.
public struct Verdict: Hashable, Sendable {
    /// On target, close or off target.
    public let status: TargetStatus
    /// The number the figure was held against: the target, this period's milestone,
    /// or the end of the range that it lies nearer to.
    public let bound: FixedDecimal
    /// How far the figure misses the bound, negative when it is better than it.
    ///
    /// For showing; it is `nil` in the one case that it leaves the range of decimals.
    public let shortfall: FixedDecimal?
    /// The largest shortfall that is close, rounded to eight places.
    public let tolerance: FixedDecimal?

    /// Whether the figure is worse than the bound; a shortfall too great to write is.
    var isShort: Bool { shortfall.map { $0 > .zero } ?? true }

    /// Holds a figure against a target; `nil` before a trajectory's first milestone.
    ///
    /// - Parameters:
    ///   - value: the figure, unrounded.
    ///   - target: what it should reach.
    ///   - day: the last day of the figure's period.
    public init?(of value: FixedDecimal, against target: Target, on day: Day) {
        switch target.goal {
        case .atLeast(let bound):
            self.init(bound.wide - value.wide, from: bound, target.tolerance)
        case .atMost(let bound):
            self.init(value.wide - bound.wide, from: bound, target.tolerance)
        case .within(let low, let high):
            let under = low.wide - value.wide
            let over = value.wide - high.wide
            self.init(max(under, over), from: under > over ? low : high, target.tolerance)
        case .floor(let floor, let aim):
            self.init(of: value, floor: floor, aim: aim)
        case .maintain(let bound):
            self.init(of: value, maintaining: bound, target.tolerance)
        case .trajectory(let trajectory):
            guard let bound = trajectory.value(on: day) else { return nil }
            let miss = bound.wide - value.wide
            self.init(
                trajectory.direction == .atLeast ? miss : -miss, from: bound, target.tolerance)
        }
    }

    /// The rule: nothing short is on target, short within the tolerance is close.
    private init(_ shortfall: Int128, from bound: FixedDecimal, _ tolerance: Tolerance) {
        status =
            if shortfall <= 0 {
                .onTarget
            } else if tolerance.covers(shortfall, from: bound) {
                .close
            } else {
                .offTarget
            }
        self.bound = bound
        self.shortfall = FixedDecimal(wide: shortfall)
        self.tolerance = tolerance.amount(of: bound)
    }

    private init(of value: FixedDecimal, floor: FixedDecimal, aim: FixedDecimal?) {
        if let aim, value >= floor {
            status = value >= aim ? .onTarget : .close
            bound = aim
        } else {
            status = value >= floor ? .close : .offTarget
            bound = floor
        }
        shortfall = bound - value
        tolerance = aim.flatMap { $0 - floor }
    }

    private init(of value: FixedDecimal, maintaining bound: FixedDecimal, _ tolerance: Tolerance) {
        let distance = value.wide - bound.wide
        status =
            tolerance.covers(distance < 0 ? -distance : distance, from: bound)
            ? .onTarget : .offTarget
        self.bound = bound
        shortfall = FixedDecimal(wide: distance < 0 ? -distance : distance)
        self.tolerance = tolerance.amount(of: bound)
    }
}
