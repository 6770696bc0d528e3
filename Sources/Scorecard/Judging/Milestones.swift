extension Trajectory.Milestone: LosslessStringConvertible {
    /// Reads a day and a value, such as `2027-03-31 72.5`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])), let value = FixedDecimal(parts[1])
        else { return nil }
        self.init(day: day, value: value)
    }

    /// The day and the value, as the catalogue's column has them: `2027-03-31 72.5`.
    public var description: String { "\(day) \(value)" }
}

extension Goal {
    /// Creates a goal whose value moves with time, or `nil` for kinds that cannot, without
    /// milestones, and with two of one day.
    ///
    /// "At least" and "at most" say which side of the line is good.
    public init?(
        kind: GoalKind, _ shape: Trajectory.Shape, _ milestones: [Trajectory.Milestone]
    ) {
        let direction: Trajectory.Direction
        switch kind {
        case .atLeast: direction = .atLeast
        case .atMost: direction = .atMost
        case .within, .floor, .maintain, .trajectory: return nil
        }
        guard let trajectory = Trajectory(direction, shape, milestones) else { return nil }
        self = .trajectory(trajectory)
    }
}
