import Scorecard

/// The cells of a row that make a target, checked together as the judgement would take them.
struct TargetCells {
    let kind: GoalKind
    let value: FixedDecimal
    let upper: FixedDecimal?
    let tolerance: FixedDecimal
    let toleranceKind: ToleranceKind
    let starts: Day?
    let ends: Day?

    init(_ row: LoadRow) throws(LoadError) {
        kind = try row.choice("kind")
        guard let value = try row.decimal(ifAny: "value") else {
            throw row.error("value", "is empty")
        }
        self.value = value
        upper = try row.decimal(ifAny: "upper")
        tolerance = try row.decimal(ifAny: "tolerance") ?? .zero
        toleranceKind = try row.choice(ifAny: "tolerance_kind") ?? .absolute
        starts = try row.day(ifAny: "starts_on")
        ends = try row.day(ifAny: "ends_on")
        guard let goal = Goal(kind: kind, value: value, upper: upper) else {
            throw row.error("kind", "a target of kind «\(kind.rawValue)» lacks a number")
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
