import SQLite
import Scorecard

/// An entry of the trail that tells of a change of a measure's figures.
struct FigureTrace: Equatable {
    let number: Int
    let actor: String
    /// The day from which what was loaded counts as known.
    let knownOn: Day
    /// Which figure it is about; `nil` for a load of all.
    let figure: TracedFigure?
}

/// One figure, by the series and the group that it is of.
struct TracedFigure: Equatable {
    let series: Int64
    let breakdown: Int64
    let period: Period
}

extension Database {
    /// What the trail tells of a measure's figures, and of all loads; oldest first.
    func traces(ofMeasure code: String) throws(SQLError) -> [FigureTrace] {
        try all(
            """
            SELECT number, actor,
                   iif(json_valid(after), json_extract(after, '$.known_on'), NULL) AS known_on,
                   NULL AS series_id, NULL AS breakdown_id, '' AS period
            FROM audit_entry
            WHERE subject = \(TrailEntry.Subject.catalogue)
                AND action = \(TrailAction.loaded.rawValue)
            UNION ALL
            SELECT number, actor, json_extract(after, '$.known_on'), series.id, breakdown.id,
                   substr(subject, instr(subject, '/') + 1)
            FROM (SELECT * FROM audit_entry
                  WHERE subject > \(code + "/") AND subject < \(code + "0")
                      AND action = \(TrailAction.figureRevised.rawValue)
                      AND json_valid(after))
            JOIN series ON series.code = json_extract(after, '$.series')
            JOIN breakdown ON breakdown.code = json_extract(after, '$.breakdown')
            UNION ALL
            SELECT number, actor, json_extract(after, '$.known_on'), series.id, breakdown.id,
                   substr(subject, instr(subject, '/') + 1)
            FROM (SELECT * FROM audit_entry
                  WHERE subject > \(code + "/") AND subject < \(code + "0")
                      AND action = \(TrailAction.figuresPublished.rawValue)
                      AND json_valid(after))
            JOIN series ON series.code = \(Database.returnPrefix + code)
            JOIN breakdown ON breakdown.position = 0
            ORDER BY 1
            """, read: FigureTrace.init)
    }
}

extension FigureTrace {
    init(row: borrowing Row) throws(SQLError) {
        number = try row("number")
        actor = try row("actor")
        knownOn = try row("known_on", as: String?.self).flatMap { Day($0) } ?? Day(number: 0)
        let period = Period(try row("period", as: String.self))
        let (series, breakdown) = (
            try row("series_id", as: Int64?.self), try row("breakdown_id", as: Int64?.self)
        )
        if let series, let breakdown, let period {
            figure = TracedFigure(series: series, breakdown: breakdown, period: period)
        } else {
            figure = nil
        }
    }
}
