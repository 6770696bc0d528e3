import SQLite
import Scorecard

extension Database {
    /// The targets of some measures that end on `day` or later, and of a measure whose targets
    /// have all ended before, the one that was the last to end; twice where a measure stands in
    /// two places.
    func targets(
        _ scope: ScorecardScope, endingSince day: Day
    ) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            \(TargetEntry.selection)
            FROM \(scope.members)
            CROSS JOIN target ON target.measure_id = member.measure_id
                AND target.ends_on >= min(\(day),
                    (SELECT max(other.ends_on) FROM target AS other
                     WHERE other.measure_id = member.measure_id))
            """, read: TargetEntry.init)
    }
}
