/// A target that moves: milestones from a dated start to a dated end.
public struct Trajectory: Hashable, Sendable {
    /// Which side of the line is good.
    public enum Direction: Hashable, Sendable {
        /// At or above the line.
        case atLeast
        /// At or below the line.
        case atMost
    }

    /// How the value moves between milestones.
    ///
    /// The raw value is the word of the catalogue's column.
    public enum Shape: String, CaseIterable, Sendable {
        /// In a straight line, day by day.
        case linear
        /// In steps: a milestone holds until the next.
        case listed
    }

    /// A value to reach by a day.
    public struct Milestone: Hashable, Sendable {
        /// The day.
        public let day: Day
        /// The value.
        public let value: FixedDecimal

        /// Creates a milestone.
        public init(day: Day, value: FixedDecimal) {
            self.day = day
            self.value = value
        }
    }

    /// Which side of the line is good.
    public let direction: Direction
    /// How the value moves between milestones.
    public let shape: Shape
    /// The milestones in order of time, at least one, no two of one day.
    public let milestones: [Milestone]

    /// Creates a trajectory, or `nil` without milestones or with two of one day.
    public init?(_ direction: Direction, _ shape: Shape, _ milestones: [Milestone]) {
        let sorted = milestones.sorted { $0.day < $1.day }
        let isClear = zip(sorted, sorted.dropFirst()).allSatisfy { $0.day < $1.day }
        guard !sorted.isEmpty, isClear else { return nil }
        self.direction = direction
        self.shape = shape
        self.milestones = sorted
    }

    /// The value to hold a figure against whose period ends on `day`.
    ///
    /// It is `nil` before the first milestone, and the last milestone's value
    /// after the last. A linear value is rounded to eight places.
    public func value(on day: Day) -> FixedDecimal? {
        guard let reached = milestones.last(where: { $0.day <= day }) else { return nil }
        guard shape == .linear, let next = milestones.first(where: { $0.day > day }) else {
            return reached.value
        }
        let days = Int128(next.day.days(since: reached.day))
        let passed = Int128(day.days(since: reached.day))
        let rise = (next.value.wide - reached.value.wide) * passed
        return FixedDecimal(wide: reached.value.wide + rise.divided(by: days))
    }
}
