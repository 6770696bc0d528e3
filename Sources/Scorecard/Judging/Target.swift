/// What a measure should reach, within what tolerance, and when that holds.
public struct Target: Hashable, Sendable {
    /// What the figure should reach.
    public let goal: Goal
    /// How far it may miss and still be close.
    public let tolerance: Tolerance
    /// The first day of the target's time; `nil` if it has always held.
    public let starts: Day?
    /// The last day of the target's time; `nil` if it holds until replaced.
    public let ends: Day?

    /// Creates a target, or says what is wrong with it.
    public init(
        _ goal: Goal, tolerance: Tolerance = .none, from starts: Day? = nil, to ends: Day? = nil
    ) throws(TargetRefusal) {
        if tolerance.isNegative { throw .negativeTolerance }
        if case .relative = tolerance, !goal.isPositive { throw .relativeToNothing }
        if case .within(let low, let high) = goal, low > high { throw .emptyRange }
        if case .floor(let floor, let aim?) = goal, aim < floor { throw .emptyRange }
        if let starts, let ends, ends < starts { throw .endsBeforeItStarts }
        self.goal = goal
        self.tolerance = tolerance
        self.starts = starts
        self.ends = ends
    }
}

/// Why a target cannot be.
public enum TargetRefusal: Error, Hashable, CaseIterable, Sendable {
    /// A tolerance below zero.
    case negativeTolerance
    /// A tolerance in percent of a target that is zero or negative.
    case relativeToNothing
    /// A range whose lower end is above its upper, or an aim below its floor.
    case emptyRange
    /// A last day before the first.
    case endsBeforeItStarts

    /// A whole sentence for the person who set the target.
    public var words: String {
        switch self {
        case .negativeTolerance: "The tolerance must be 0 or more."
        case .relativeToNothing:
            "The tolerance must be an amount and not a percentage, because the target is not above 0."
        case .emptyRange: "The upper value must be the lower value or more."
        case .endsBeforeItStarts: "The last day must be on or after the first day."
        }
    }
}
