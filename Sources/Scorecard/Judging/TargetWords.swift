extension Target {
    /// The one number that a figure of a period ending on `day` is held against.
    ///
    /// It is the aim of a floor that has one, and this period's milestone of a trajectory; a
    /// range has two numbers, so it is `nil`, as before a first milestone.
    public func bound(on day: Day) -> FixedDecimal? {
        switch goal {
        case .atLeast(let value), .atMost(let value), .maintain(let value): value
        case .floor(let floor, let aim): aim ?? floor
        case .within: nil
        case .trajectory(let trajectory): trajectory.value(on: day)
        }
    }

    /// The target as a cell shows it for a figure whose period ends on `day`: `94.6%`, `10 to 14`.
    ///
    /// Of a trajectory it is the milestone of that day, and where the line leads.
    public func words(in format: FigureFormat, on day: Day) -> String {
        switch goal {
        case .atLeast(let value), .atMost(let value), .maintain(let value):
            format.exactText(value)
        case .floor(let floor, let aim):
            aim.map { format.exactText($0) } ?? "at least \(format.exactText(floor))"
        case .within(let low, let high):
            "\(format.exactText(low)) to \(format.exactText(high))"
        case .trajectory(let trajectory):
            Self.words(trajectory, in: format, on: day)
        }
    }

    /// `52.3%, and 57.0% by 31 March 2027`, or before the first milestone and after the last only
    /// what is to be reached.
    private static func words(
        _ trajectory: Trajectory, in format: FigureFormat, on day: Day
    ) -> String {
        guard let last = trajectory.milestones.last else { return "" }
        let aim = "\(format.exactText(last.value)) by \(last.day.label)"
        guard let now = trajectory.value(on: day), day < last.day else { return aim }
        return "\(format.text(now)), and \(aim)"
    }
}
