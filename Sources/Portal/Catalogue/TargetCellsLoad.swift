import Scorecard

/// The cells of a row that make a target, checked together as the judgement would take them.
struct TargetCells {
    let kind: GoalKind
    let value: FixedDecimal
    let upper: FixedDecimal?
    let milestones: [Trajectory.Milestone]
    let shape: Trajectory.Shape?
    let tolerance: FixedDecimal
    let toleranceKind: ToleranceKind
    let starts: Day?
    let ends: Day?

    init(_ row: LoadRow) throws(LoadError) {
        kind = try row.choice("kind")
        milestones = try Self.milestones(row)
        shape = milestones.isEmpty ? nil : try row.choice(ifAny: "milestone_shape") ?? .linear
        guard let value = try row.decimal(ifAny: "value") ?? milestones.last?.value else {
            throw row.error("value", "is empty")
        }
        self.value = value
        upper = try row.decimal(ifAny: "upper")
        tolerance = try row.decimal(ifAny: "tolerance") ?? .zero
        toleranceKind = try row.choice(ifAny: "tolerance_kind") ?? .absolute
        starts = try row.day(ifAny: "starts_on")
        ends = try row.day(ifAny: "ends_on")
        guard
            let goal = shape.map({ Goal(kind: kind, $0, milestones) })
                ?? Goal(kind: kind, value: value, upper: upper)
        else {
            throw milestones.isEmpty
                ? row.error("kind", "a target of kind «\(kind.rawValue)» lacks a number")
                : row.error(
                    "milestones", "are for a target of kind at-least or at-most, one for each day")
        }
        if let last = milestones.last, value != last.value {
            throw row.error("value", "«\(value)» is not the value of the last milestone")
        }
        if let upper, !kind.hasUpper {
            throw row.error(
                "upper", "«\(upper)» is for a range or a floor, not for «\(kind.rawValue)»")
        }
        do {
            _ = try Target(
                goal, tolerance: Tolerance(tolerance, toleranceKind), from: starts, to: ends)
        } catch {
            throw row.error(error.column, error.words)
        }
    }
}

extension TargetCells {
    private static func milestones(_ row: LoadRow) throws(LoadError) -> [Trajectory.Milestone] {
        var milestones: [Trajectory.Milestone] = []
        for text in try row.list("milestones") {
            guard let milestone = Trajectory.Milestone(text) else {
                throw row.error(
                    "milestones", "«\(text)» is not a day and a value, like 2027-03-31 72.5")
            }
            milestones.append(milestone)
        }
        return milestones.sorted { $0.day < $1.day }
    }
}

extension GoalKind {
    /// Whether a second number says something: the end of a range, or the aim above a floor.
    fileprivate var hasUpper: Bool {
        switch self {
        case .within, .floor: true
        case .atLeast, .atMost, .maintain, .trajectory: false
        }
    }
}

extension TargetRefusal {
    /// The column to look at.
    fileprivate var column: String {
        switch self {
        case .negativeTolerance: "tolerance"
        case .relativeToNothing: "tolerance_kind"
        case .emptyRange: "upper"
        case .endsBeforeItStarts: "ends_on"
        }
    }
}
