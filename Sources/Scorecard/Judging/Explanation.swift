/// The rule of a target as a sentence, printed beside every status it gives.
public struct Explanation: Hashable, Sendable {
    /// The target explained.
    public let target: Target
    /// How the measure's figures are written.
    public let format: FigureFormat

    /// Explains a target of a measure.
    public init(of target: Target, in format: FigureFormat) {
        self.target = target
        self.format = format
    }

    /// The rule: what is on target, what is close, and what is off target.
    ///
    /// The day is the last of the figure's period, which a trajectory needs to
    /// name its milestone. A milestone between two dates is shown with up to two
    /// more places than the measure's figures have, rounded to the strict side:
    /// whatever reaches the bound as it is shown reaches the bound.
    public func sentence(on day: Day) -> String {
        switch target.goal {
        case .atLeast(let bound):
            atLeast(bound)
        case .atMost(let bound):
            atMost(bound)
        case .within(let low, let high):
            within(low, high)
        case .floor(let floor, let aim):
            self.floor(floor, aim)
        case .maintain(let bound):
            maintain(bound)
        case .trajectory(let trajectory):
            self.trajectory(trajectory, on: day)
        }
    }

    private func atLeast(_ bound: FixedDecimal) -> String {
        "On target at or above \(text(bound)); \(band(below: bound))."
    }

    private func atMost(_ bound: FixedDecimal) -> String {
        "On target at or below \(text(bound)); \(band(above: bound))."
    }

    private func within(_ low: FixedDecimal, _ high: FixedDecimal) -> String {
        let range = "On target from \(text(low)) to \(text(high))"
        switch target.tolerance {
        case .absolute(.zero):
            return "\(range); off target outside that."
        case .absolute(let amount):
            let allowed = format.allowance(amount)
            return "\(range); close when no more than \(allowed) outside; off target beyond that."
        case .relative(let percent):
            let (down, up) = (low - (allowed(low) ?? .zero), high + (allowed(high) ?? .zero))
            return """
                \(range); close from \(text(down ?? low)) to \(text(up ?? high)) \
                (\(percent)% beyond either end); off target beyond that.
                """
        }
    }

    private func floor(_ floor: FixedDecimal, _ aim: FixedDecimal?) -> String {
        guard let aim else {
            return "A floor: close at or above \(text(floor)); off target below it."
        }
        return """
            On target at or above \(text(aim)); close at or above the floor of \(text(floor)); \
            off target below it.
            """
    }

    private func maintain(_ bound: FixedDecimal) -> String {
        switch target.tolerance {
        case .absolute(.zero):
            return "On target at \(text(bound)) exactly; off target otherwise."
        case .absolute(let amount):
            return """
                On target within \(format.allowance(amount)) of \(text(bound)), above or below; \
                off target beyond that.
                """
        case .relative(let percent):
            return """
                On target within \(percent)% of \(text(bound)), above or below; \
                off target beyond that.
                """
        }
    }

    private func trajectory(_ trajectory: Trajectory, on day: Day) -> String {
        guard let bound = trajectory.value(on: day) else {
            let first = trajectory.milestones[0]
            return "The first milestone is \(text(first.value)) by \(first.day.label)."
        }
        let rule =
            switch trajectory.direction {
            case .atLeast:
                "on target at or above \(text(noLessThan: bound)); \(band(below: bound))"
            case .atMost:
                "on target at or below \(text(noMoreThan: bound)); \(band(above: bound))"
            }
        return "The milestone for \(day.label): \(rule)."
    }

    private func band(below bound: FixedDecimal) -> String {
        switch target.tolerance {
        case .absolute(.zero):
            return "off target below that"
        case .absolute(let amount):
            return
                "close when no more than \(format.allowance(amount)) below; off target beyond that"
        case .relative(let percent):
            let edge = allowed(bound).flatMap { bound - $0 } ?? bound
            return
                "close down to \(text(noLessThan: edge)) (\(percent)% of the target); off target beyond that"
        }
    }

    private func band(above bound: FixedDecimal) -> String {
        switch target.tolerance {
        case .absolute(.zero):
            return "off target above that"
        case .absolute(let amount):
            return
                "close when no more than \(format.allowance(amount)) above; off target beyond that"
        case .relative(let percent):
            let edge = allowed(bound).flatMap { bound + $0 } ?? bound
            return
                "close up to \(text(noMoreThan: edge)) (\(percent)% of the target); off target beyond that"
        }
    }

    private func allowed(_ bound: FixedDecimal) -> FixedDecimal? {
        target.tolerance.amount(of: bound)
    }

    private func text(_ value: FixedDecimal) -> String { format.exactText(value) }

    /// A bound from below: exact where it was set, and rounded up where it was worked out.
    private func text(noLessThan bound: FixedDecimal) -> String {
        target.goal.kind == .trajectory ? text(bound.roundedUp(to: fineDecimals)) : text(bound)
    }

    /// A bound from above: exact where it was set, and rounded down where it was worked out.
    private func text(noMoreThan bound: FixedDecimal) -> String {
        target.goal.kind == .trajectory ? text(bound.roundedDown(to: fineDecimals)) : text(bound)
    }

    private var fineDecimals: Int { format.decimals + 2 }
}
