import SQLite
import Scorecard

extension Database {
    /// The targets of some measures that end on `day` or later; twice where a measure stands in
    /// two places.
    func targets(
        _ scope: ScorecardScope, endingSince day: Day
    ) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            \(TargetEntry.selection)
            FROM \(scope.members)
            JOIN target ON target.measure_id = member.measure_id AND target.ends_on >= \(day)
            """, read: TargetEntry.init)
    }

    /// The targets of some measures that end on `day` or later, and each measure's last one.
    func targets(
        ofMeasures measures: [Int64], endingSince day: Day
    ) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            \(TargetEntry.selection)
            FROM measure
            JOIN target ON target.measure_id = measure.id
                AND target.ends_on >= min(
                    \(day),
                    (SELECT max(ends_on) FROM target AS other
                     WHERE other.measure_id = measure.id))
            WHERE measure.id IN \(list: measures)
            """, read: TargetEntry.init)
    }
}
