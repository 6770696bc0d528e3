/// What a figure should reach: the kind of a target with its numbers.
public enum Goal: Hashable, Sendable {
    /// This much or more.
    case atLeast(FixedDecimal)
    /// This much or less.
    case atMost(FixedDecimal)
    /// Between two values, both included.
    case within(low: FixedDecimal, high: FixedDecimal)
    /// A floor that must not be broken: close at or above it, off target under it.
    ///
    /// A figure that reaches the aim, where one is set, is on target. The
    /// tolerance has no part in it: the floor is the tolerance.
    case floor(FixedDecimal, aim: FixedDecimal?)
    /// Unchanged, within the tolerance on either side; there is no "close".
    case maintain(FixedDecimal)
    /// A value that moves with time.
    case trajectory(Trajectory)
}

/// The kinds of target, as the catalogue's column names them.
public enum GoalKind: String, CaseIterable, Sendable {
    /// This much or more.
    case atLeast = "at-least"
    /// This much or less.
    case atMost = "at-most"
    /// Between two values.
    case within
    /// A floor that must not be broken.
    case floor
    /// Unchanged.
    case maintain
    /// A value that moves with time.
    case trajectory
}

extension Goal {
    /// Creates a goal from a kind and one or two numbers, or `nil` if a number is missing.
    ///
    /// The second number is the upper end of a range, or the aim above a floor.
    /// A trajectory has milestones and is not made from two numbers.
    public init?(kind: GoalKind, value: FixedDecimal, upper: FixedDecimal?) {
        switch (kind, upper) {
        case (.atLeast, _): self = .atLeast(value)
        case (.atMost, _): self = .atMost(value)
        case (.within, let upper?): self = .within(low: value, high: upper)
        case (.floor, _): self = .floor(value, aim: upper)
        case (.maintain, _): self = .maintain(value)
        case (.within, nil), (.trajectory, _): return nil
        }
    }

    /// The kind without its numbers.
    public var kind: GoalKind {
        switch self {
        case .atLeast: .atLeast
        case .atMost: .atMost
        case .within: .within
        case .floor: .floor
        case .maintain: .maintain
        case .trajectory: .trajectory
        }
    }

    /// Whether every number of the goal is above zero.
    var isPositive: Bool {
        switch self {
        case .atLeast(let value), .atMost(let value), .maintain(let value): value > .zero
        case .within(let low, _): low > .zero
        case .floor(let floor, _): floor > .zero
        case .trajectory(let trajectory): trajectory.milestones.allSatisfy { $0.value > .zero }
        }
    }
}
