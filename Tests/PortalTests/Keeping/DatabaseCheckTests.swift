import SQLite
import Testing

@testable import Portal

/// What is half done, or done behind the portal's back, is found in what a release left.
@Suite struct DatabaseCheckTests {
    private let folder: TemporaryFolder
    private let settings: Settings

    init() throws {
        folder = try TemporaryFolder()
        settings = try ReleasedDatabase.newest(in: folder)
        _ = try TestPortal.plan(settings)
    }

    /// What is found once the triggers are away and something was changed; they come again.
    private func found(after change: String) throws -> DatabaseCheck {
        let database = try Database(path: settings.database)
        let triggers = try database.all(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ) { row throws(SQLError) in
            (name: try row("name", as: String.self), sql: try row("sql", as: String.self))
        }
        try database.script("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
        for trigger in triggers { try database.script("DROP TRIGGER \(trigger.name)") }
        try database.script(change)
        for trigger in triggers { try database.script(trigger.sql) }
        return try DatabaseCheck(settings)
    }

    @Test(arguments: [
        ("UPDATE collection_round SET state = 'closed' WHERE id = 1", "returns: the round 2026-"),
        ("UPDATE return_entry SET revision = revision + 1 WHERE id = 4", "returns: "),
        ("UPDATE return_entry SET content = '{\"figure\":\"x\"}' WHERE id = 4", "returns: "),
        ("UPDATE return_entry SET state = 'submitted' WHERE id = 4", "returns: "),
        (
            "INSERT INTO publication (round_id, person_id, at, known_on) VALUES (1, 1, 1, 1)",
            "publications: publication 4 has published nothing"
        ),
        (
            "DELETE FROM published_entry WHERE publication_id = 1 AND measure = 'CYP-A1-01'",
            "file: a row of published_entry_figure refers to a row of published_entry"
        ),
        (
            """
            UPDATE figure SET value = value + 1 WHERE line_id IN (
                SELECT line.id FROM line JOIN series ON series.id = line.series_id
                WHERE series.code = 'return/CYP-A1-02')
            """, "publications: CYP-A1-02/2026-27-Q1 version 1 is not what is shown of it"
        ),
        ("UPDATE upload SET state = 'applying'", "uploads: number 1 is applying"),
        ("DELETE FROM edition_document WHERE audience = 'service'", "reports: "),
        (
            "UPDATE edition_document SET bytes = CAST(CAST(bytes AS TEXT) || ' ' AS BLOB)",
            "frozen files: "
        ),
        ("DELETE FROM edition_fact WHERE position = 3", "reports: "),
        ("UPDATE audit_entry SET actor = 'eve' WHERE number = 100", "audit trail: broken at entry"),
        ("DELETE FROM figure WHERE marker = 'c'", "figures: the true figure of line "),
        ("UPDATE search_entry SET title = 'x' WHERE id = 5", "search: "),
        ("UPDATE measure SET position = -1 WHERE id = 3", "figures: 1 of the table measure"),
        ("DROP INDEX line_of_area", "schema: the index line_of_area is"),
        ("UPDATE schema_migration SET digest = 'x' WHERE number = 3", "schema: migration 3"),
        ("DELETE FROM person WHERE id = 2", "file: a row of "),
    ])
    func `what does not hold together is told`(change: String, words: String) throws {
        let check = try found(after: change)
        #expect(!check.isClean)
        let told = check.complaints.contains { $0.hasPrefix(words) }
        #expect(told, "\(check.complaints)")
    }

    @Test func `of many faults some are told and the others counted`() throws {
        let check = try found(after: "UPDATE return_entry SET revision = revision + 1")
        #expect(check.complaints.count == DatabaseCheck.mostFaults + 1)
        #expect(
            check.complaints.last
                == "and \(check.faultCount - DatabaseCheck.mostFaults) more")
    }

    @Test func `a file that is no portal's database is told so`() throws {
        try Database(path: folder.file("other.sqlite")).script("CREATE TABLE note (text TEXT)")
        var other = settings
        other.database = folder.file("other.sqlite")
        let check = try DatabaseCheck(other)
        #expect(check.complaints == ["schema: this is no database of the portal"])
    }
}
