import SQLite
import Scorecard

extension Database {
    /// Who has a part in what entries hold now: all who typed since they were last published, and
    /// whoever submitted them.
    ///
    /// A number that was typed at another measure that shares it counts, too: it was typed by
    /// them all the same. Opening a published figure to revise it does not.
    func authors(of entries: [Int64]) throws(SQLError) -> [Int64: EntryAuthors] {
        var authors: [Int64: EntryAuthors] = [:]
        let some = SQL.all(of: entries)
        try forEach(
            """
            SELECT version.entry_id, version.person_id, person.name, max(version.at) AS at,
                   0 AS is_submission
            FROM return_entry_version AS version
            JOIN person ON person.id = version.person_id
            WHERE version.entry_id IN \(some) AND version.cause <> 'revision'
                AND version.revision > coalesce(
                    (SELECT max(event.revision) FROM return_entry_event AS event
                     WHERE event.entry_id = version.entry_id
                        AND event.event IN ('published', 'reopened')), 0)
            GROUP BY version.entry_id, version.person_id, person.name
            UNION ALL
            SELECT return_entry.id, return_entry.submitted_by, person.name,
                   return_entry.submitted_at, 1
            FROM return_entry
            JOIN person ON person.id = return_entry.submitted_by
            WHERE return_entry.id IN \(some)
            ORDER BY 1, 5, 4
            """
        ) { row throws(SQLError) in
            try authors[row("entry_id"), default: EntryAuthors()].add(
                EntryAuthors.Author(
                    id: row("person_id"), name: row("name"), at: row("at")),
                isSubmission: row("is_submission"))
        }
        return authors
    }

    /// Some returns with their rounds, by their ids.
    func approvalReturns(_ ids: [Int64]) throws(SQLError) -> [Int64: FigureReturn] {
        let returns = try all(
            """
            SELECT figure_return.id AS return_id, figure_return.title, \(CollectionRound.columns)
            FROM figure_return
            JOIN collection_round ON collection_round.id = figure_return.round_id
            WHERE figure_return.id IN \(SQL.all(of: ids))
            """
        ) { row throws(SQLError) in
            FigureReturn(
                id: try row("return_id"), title: try row("title"),
                round: try CollectionRound(row: row))
        }
        return Dictionary(returns.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }
}
