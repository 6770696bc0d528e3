import SQLite
import Scorecard

/// Who changed a text of a draft last, and when.
struct EditionFieldChange {
    let field: EditionField
    /// By user name, as the trail has it.
    let by: String
    let at: Int
}

extension Database {
    /// The last change of each text of a version, the latest first, as the trail tells.
    ///
    /// What an earlier draft with the same name held, which was discarded, is none of its.
    func lastChanges(of version: EditionVersion) throws(SQLError) -> [EditionFieldChange] {
        try all(
            """
            SELECT field.key AS field, coalesce(person.name, entry.actor) AS name,
                   max(entry.number) AS number, entry.at
            FROM audit_entry AS entry, json_each(entry.after) AS field
            LEFT JOIN person ON person.id = entry.person_id
            WHERE entry.subject = \(version.subject.name) AND entry.subject_kind = 'report'
                AND entry.action = \(TrailAction.editionSaved.rawValue)
                AND entry.number > coalesce(
                    (SELECT max(number) FROM audit_entry
                     WHERE subject = \(version.subject.name) AND subject_kind = 'report'
                         AND action = \(TrailAction.editionDiscarded.rawValue)), 0)
            GROUP BY field.key ORDER BY number DESC
            """
        ) { row throws(SQLError) in
            EditionFieldChange(
                field: EditionField(name: try row("field")), by: try row("name"),
                at: try row("at"))
        }
    }

    /// The titles of boards and scorecards, by their slugs.
    func titlesOfBoardsAndScorecards() throws(SQLError) -> [String: String] {
        var titles: [String: String] = [:]
        try forEach("SELECT slug, title FROM scorecard UNION ALL SELECT slug, title FROM board") {
            row throws(SQLError) in
            titles[try row("slug")] = try row("title", as: String.self)
        }
        return titles
    }

    /// What somebody is called.
    func name(ofPerson id: Int64) throws(SQLError) -> String? {
        try first("SELECT name FROM person WHERE id = \(id)") { row throws(SQLError) in
            try row("name")
        }
    }

    /// Takes a draft away, and with the first version its edition; what was written stays in the
    /// trail.
    ///
    /// - Returns: `false` where a committee has said something of the edition.
    func discard(_ version: EditionVersion) throws(SQLError) -> Bool {
        let edition = version.edition.id
        let isWhole = version.number == 1
        let said: Int =
            try first("SELECT count(*) AS n FROM committee_comment WHERE edition_id = \(edition)") {
                row throws(SQLError) in try row("n")
            } ?? 0
        if isWhole, said > 0 { return false }
        try run("DELETE FROM edition_revision WHERE version_id = \(version.id)")
        try run("DELETE FROM edition_version WHERE id = \(version.id)")
        if isWhole { try run("DELETE FROM edition WHERE id = \(edition)") }
        return true
    }
}
