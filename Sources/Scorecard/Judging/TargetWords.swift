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

    /// The target as a cell shows it: `94.6%`, `10 to 14`, and of a trajectory its last milestone.
    public func words(in format: FigureFormat) -> String {
        switch goal {
        case .atLeast(let value), .atMost(let value), .maintain(let value):
            format.exactText(value)
        case .floor(let floor, let aim):
            aim.map { format.exactText($0) } ?? "at least \(format.exactText(floor))"
        case .within(let low, let high):
            "\(format.exactText(low)) to \(format.exactText(high))"
        case .trajectory(let trajectory):
            trajectory.milestones.last.map { format.exactText($0.value) } ?? ""
        }
    }
}
