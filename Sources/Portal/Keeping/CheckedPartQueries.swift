import SQLite
import Scorecard

/// One part of what the portal keeps, with what always holds in it.
///
/// What holds does so because it is written in one transaction: where it does not, something was
/// half done, or was changed behind the portal's back.
struct CheckedPart {
    let name: String
    /// One row with how many there are, each number under the noun of one of them.
    let counts: SQL
    /// Questions of which each row is a fault, in words.
    let rules: [SQL]

    static let all = [figures, returns, publications, uploads, reports, people]
}

extension Database {
    /// Asks whether all holds in one part; the answer is how much there is.
    func look(at part: CheckedPart, _ note: (String) -> Void) throws -> String {
        for rule in part.rules {
            try forEach(rule) { row throws(SQLError) in note(try row[0, as: String.self]) }
        }
        let words = try first(part.counts) { row throws(SQLError) in
            var words: [String] = []
            for (index, column) in row.columns.enumerated() {
                let noun = column.split(separator: "_").joined(separator: " ")
                let count = try row[index, as: Int.self]
                words.append(
                    noun.hasSuffix("y")
                        ? count == 1 ? "1 \(noun)" : "\(count) \(noun.dropLast())ies"
                        : count.counted(noun))
            }
            return words.joined(separator: ", ")
        }
        return words ?? ""
    }
}

extension CheckedPart {
    static let figures = CheckedPart(
        name: "figures",
        counts: """
            SELECT (SELECT count(*) FROM figure) AS figure,
                   (SELECT count(*) FROM true_figure) AS withheld_or_rounded_figure,
                   (SELECT count(*) FROM figure_version) AS version
            """,
        rules: [
            """
            SELECT 'the true figure of line ' || actual.line_id || ' for ' || actual.period
                || ' has no figure that everyone may see'
            FROM true_figure AS actual
            WHERE NOT EXISTS (SELECT 1 FROM figure WHERE figure.line_id = actual.line_id
                AND figure.ends_on = actual.ends_on AND figure.period = actual.period)
            """,
            """
            SELECT 'of series ' || series_id || ' for ' || period
                || ' more than one version stands now'
            FROM figure_version
            GROUP BY series_id, breakdown_id, area_id, ends_on, period
            HAVING sum(is_present) > 1
            """,
            """
            SELECT 'the line of ' || measure.code || ' is one of another series'
            FROM measure_series AS use
            JOIN measure ON measure.id = use.measure_id
            JOIN line ON line.id IN (use.local_line_id, use.country_line_id)
            WHERE line.series_id <> use.series_id OR line.breakdown_id <> use.breakdown_id
            """,
            loads, unplaced,
        ])

    /// A load writes its digest, and the trail tells of it: of the folder of files under one name,
    /// of a file of figures of many areas under the file's.
    private static let loads: SQL = """
        SELECT 'what was loaded last is not what the audit trail tells of' FROM load
        WHERE name IN (\(LoadName.catalogue.rawValue), \(LoadName.wideFigures.rawValue))
            AND digest IS NOT (
                SELECT json_extract(after, '$.digest') FROM audit_entry
                WHERE action = \(TrailAction.loaded.rawValue)
                    AND (subject = \(TrailEntry.Subject.catalogue))
                        = (load.name = \(LoadName.catalogue.rawValue))
                ORDER BY number DESC LIMIT 1)
        UNION ALL
        SELECT 'there are measures, and nothing was ever loaded'
        WHERE EXISTS (SELECT 1 FROM measure) AND NOT EXISTS (SELECT 1 FROM load)
        """

    /// A load takes every row from its place and removes those that it has given none.
    private static let unplaced: SQL = """
        SELECT count(*) || ' of the table ' || name || ' are where no load leaves them'
        FROM (
            SELECT 'measure' AS name FROM measure WHERE position = -1 OR slug GLOB '/*'
            UNION ALL SELECT 'objective' FROM objective WHERE position = -1 OR slug GLOB '/*'
            UNION ALL SELECT 'strategy' FROM strategy WHERE position = -1
            UNION ALL SELECT 'theme' FROM theme WHERE position = -1
            UNION ALL SELECT 'statement' FROM statement WHERE position = -1
            UNION ALL SELECT 'report' FROM report WHERE position = -1
            UNION ALL SELECT 'meeting' FROM meeting WHERE position = -1
            UNION ALL SELECT 'board' FROM board WHERE position = -1
            UNION ALL SELECT 'series' FROM series WHERE position = -1
            UNION ALL SELECT 'breakdown' FROM breakdown WHERE position = -1
            UNION ALL SELECT 'area' FROM area WHERE position = -1
            UNION ALL SELECT 'source' FROM source WHERE position = -1)
        GROUP BY name
        """

    static let people = CheckedPart(
        name: "people",
        counts: """
            SELECT (SELECT count(*) FROM person) AS account,
                   (SELECT count(*) FROM session WHERE ended_at IS NULL) AS open_session
            """,
        rules: [
            """
            SELECT user_name || ' is disabled and has a session that has not ended' FROM person
            WHERE state = 'disabled' AND EXISTS (
                SELECT 1 FROM session WHERE person_id = person.id AND ended_at IS NULL)
            """,
            """
            SELECT user_name || ' is disabled and has a link or a browser that lets in'
            FROM person
            WHERE state = 'disabled' AND (
                EXISTS (SELECT 1 FROM one_time_link
                        WHERE person_id = person.id AND used_at IS NULL)
                OR EXISTS (SELECT 1 FROM known_device WHERE person_id = person.id))
            """,
        ])
}
