import SQLite
import Scorecard

/// A return with who works on it.
struct ReturnHeading {
    let figureReturn: FigureReturn
    /// Who typed something, whoever did so last first.
    let people: [String]
    /// When somebody last typed something.
    let changedAt: Int?
    /// Who approved some of it.
    let approver: String?
}

extension Database {
    /// A return with who works on it, in one question.
    func returnHeading(_ id: Int64) throws(SQLError) -> ReturnHeading? {
        var heading: ReturnHeading?
        try forEach(
            """
            SELECT figure_return.id AS return_id, figure_return.title, \(CollectionRound.columns),
                   person.name AS person_name, max(return_entry.changed_at) AS changed_at,
                   (SELECT person.name FROM return_entry AS approved
                    JOIN person ON person.id = approved.approved_by
                    WHERE approved.return_id = figure_return.id
                        AND approved.state IN ('approved', 'published')
                    ORDER BY approved.approved_at DESC LIMIT 1) AS approver
            FROM figure_return
            JOIN collection_round ON collection_round.id = figure_return.round_id
            LEFT JOIN return_entry ON return_entry.return_id = figure_return.id
                AND return_entry.changed_by IS NOT NULL
            LEFT JOIN person ON person.id = return_entry.changed_by
            WHERE figure_return.id = \(id)
            GROUP BY person.id
            ORDER BY max(return_entry.changed_at) DESC
            """
        ) { row throws(SQLError) in
            let name: String? = try row("person_name")
            let changedAt: Int? = try row("changed_at")
            heading = ReturnHeading(
                figureReturn: FigureReturn(
                    id: try row("return_id"), title: try row("title"),
                    round: try CollectionRound(row: row)),
                people: (heading?.people ?? []) + [name].compactMap(\.self),
                changedAt: heading?.changedAt ?? changedAt,
                approver: try row("approver"))
        }
        return heading
    }

    /// Who but one person changed some entries last, by the entry.
    func othersNames(
        of entries: [Int64], besides person: Int64
    ) throws(SQLError) -> [Int64: String] {
        var names: [Int64: String] = [:]
        try forEach(
            """
            SELECT version.entry_id, person.name
            FROM return_entry_version AS version
            JOIN person ON person.id = version.person_id
            WHERE version.entry_id IN \(list: entries) AND version.person_id <> \(person)
            ORDER BY version.entry_id, version.revision
            """
        ) { row throws(SQLError) in names[try row("entry_id")] = try row("name") }
        return names
    }
}
