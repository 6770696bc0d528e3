import SQLite
import Scorecard

/// A target of a measure.
///
/// A class because a page hands it on many times.
final class TargetEntry: Equatable {
    let measure: Int64
    let target: Target
    let baseline: FixedDecimal?

    /// The columns that `init(row:)` reads by their places, since a page has hundreds of them.
    static let selection: SQL = """
        SELECT target.measure_id, target.kind, target.value, target.upper, target.tolerance,
               target.tolerance_kind, target.starts_on, target.ends_on, target.baseline_value,
               target.milestone_shape, target.milestones
        """

    init(row: borrowing Row) throws(SQLError) {
        measure = try row[0]
        let kind: GoalKind = try row[1]
        let value: FixedDecimal = try row[2]
        let upper: FixedDecimal? = try row[3]
        let tolerance = Tolerance(try row[4], try row[5])
        let starts: Day? = try row[6]
        let ends: Day = try row[7]
        baseline = try row[8]
        let shape: Trajectory.Shape? = try row[9]
        let made = try shape.map { shape throws(SQLError) in
            let milestones: String = try row[10]
            return Goal(kind: kind, shape, [Trajectory.Milestone](column: milestones))
        }
        guard let goal = made ?? Goal(kind: kind, value: value, upper: upper) else {
            throw row.refused("a target of kind «\(kind.rawValue)» lacks a number")
        }
        do {
            target = try Target(
                goal, tolerance: tolerance, from: starts,
                to: ends == .endOfTime ? nil : ends)
        } catch {
            throw row.refused(error.words)
        }
    }
}

extension TargetEntry {
    static func == (one: TargetEntry, other: TargetEntry) -> Bool {
        one.measure == other.measure && one.target == other.target
            && one.baseline == other.baseline
    }
}

/// A target with all that was said of it.
struct TargetDetail: Equatable {
    let entry: TargetEntry
    let baselinePeriod: String?
    let scope: TargetScope
    let note: String?
    /// Who set it, and when, as the source has it.
    let setBy: String?
    let setOn: String?
}

extension Database {
    /// Every target that a measure ever had, the last to end first.
    func targetDetails(ofMeasure measure: Int64) throws(SQLError) -> [TargetDetail] {
        try all(
            """
            \(TargetDetail.selection)
            FROM target
            WHERE target.measure_id = \(measure)
            ORDER BY target.ends_on DESC
            """, read: TargetDetail.init)
    }
}

extension TargetDetail {
    /// The columns that `init(row:)` reads by their places, after those of the target itself.
    static let selection: SQL = """
        \(TargetEntry.selection), target.baseline_period, target.scope, target.note,
               target.set_by, target.set_on
        """

    init(row: borrowing Row) throws(SQLError) {
        entry = try TargetEntry(row: row)
        baselinePeriod = try row[11]
        scope = try row[12]
        note = try row[13]
        setBy = try row[14]
        setOn = try row[15]
    }
}

extension [Trajectory.Milestone] {
    /// Reads a column of milestones; one that cannot be read leaves none.
    init(column text: String) {
        let texts = text.split(separator: ";").map { $0.drop { $0 == " " } }
        let milestones = texts.compactMap { Trajectory.Milestone(String($0)) }
        self = milestones.count == texts.count ? milestones : []
    }

    /// The text that a column keeps.
    var column: String { map(\.description).joined(separator: "; ") }
}

/// Whose target it is.
enum TargetScope: String, CaseIterable, SQLConvertible {
    case national
    case local
}

/// What a tolerance is measured in.
enum ToleranceKind: String, CaseIterable, SQLConvertible {
    /// The measure's own unit.
    case absolute
    /// Percent of the target.
    case relative
}

extension Tolerance {
    /// The tolerance that two columns hold.
    init(_ amount: FixedDecimal, _ kind: ToleranceKind) {
        switch kind {
        case .absolute: self = .absolute(amount)
        case .relative: self = .relative(percent: amount)
        }
    }
}

extension Day {
    /// The last day that a column holds, which stands for no end.
    static let endOfTime = Day(number: 2_932_896)
}
