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
        do {
            _ = try Target(
                goal, tolerance: Tolerance(tolerance, toleranceKind), from: starts, to: ends)
        } catch {
            throw row.error("tolerance", error.words)
        }
    }
}
