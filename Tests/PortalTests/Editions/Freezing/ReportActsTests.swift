import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What the database itself lets nobody do, and what freezing leaves when it fails.
@Suite struct ReportActsTests {
    var desk: ReportDesk
    var portal: TestPortal { desk.portal }

    init() throws {
        desk = try ReportDesk()
    }

    @Test mutating func `what is frozen is changed and removed by nobody`() throws {
        try desk.freeze()
        let database = try portal.database()
        for statement in [
            "UPDATE edition_version SET title = 'x'", "UPDATE edition_version SET content = '{}'",
            "UPDATE edition_version SET state = 'draft'",
            "UPDATE edition_version SET measures = ''",
            "UPDATE edition_version SET board_title = 'x'",
            "UPDATE edition_version SET submitted_at = 1", "DELETE FROM edition_version",
            """
            INSERT OR REPLACE INTO edition_version (id, edition_id, number)
            SELECT id, edition_id, 1 FROM edition_version
            """,
            "INSERT OR REPLACE INTO edition SELECT * FROM edition",
            "INSERT OR REPLACE INTO edition_revision SELECT * FROM edition_revision",
            """
            INSERT INTO edition_revision
            SELECT version_id, revision + 1, content, person_id, at FROM edition_revision
            """,
            "UPDATE edition_document SET bytes = x'00'", "DELETE FROM edition_document",
            "INSERT OR REPLACE INTO edition_document SELECT * FROM edition_document",
            """
            INSERT INTO edition_fact
            SELECT id, 'everyone', 999999, 'a', 'a', 'a', 'a', 'a' FROM edition_version
            """,
            "UPDATE edition SET portfolio = 'x'", "UPDATE edition SET slug = 'x'",
            "UPDATE edition_revision SET content = '{\"a\":\"b\"}'", "DELETE FROM edition_revision",
        ] {
            #expect(throws: SQLError.self, "\(statement)") { try database.script(statement) }
        }
        try desk.withdraw()
        for statement in [
            "UPDATE edition_version SET withdrawn_because = 'x'",
            """
            UPDATE edition_version
            SET state = 'frozen', withdrawn_at = NULL, withdrawn_because = NULL
            """,
        ] {
            #expect(throws: SQLError.self, "\(statement)") { try database.script(statement) }
        }
    }

    @Test mutating func `freezing that fails leaves nothing of itself`() throws {
        try desk.submit()
        let database = try portal.database()
        // The last step of all cannot be done.
        try database.script(
            """
            CREATE TRIGGER no_trail BEFORE INSERT ON audit_entry
            WHEN new.action = 'published a report' BEGIN SELECT raise(ABORT, 'full'); END;
            """)
        #expect(try desk.approve().status == .internalServerError)
        #expect(try desk.version.state == .forApproval)
        let counts: Int? = try database.first(
            """
            SELECT (SELECT count(*) FROM edition_document) + (SELECT count(*) FROM edition_fact)
                + (SELECT count(*) FROM report WHERE edition_id IS NOT NULL)
                + (SELECT count(*) FROM search_entry WHERE href LIKE '%children-mid%')
            """)
        #expect(counts == 0)
        try database.script("DROP TRIGGER no_trail")
        #expect(try desk.approve().status == .seeOther)
        #expect(try desk.version.state == .frozen)
    }

    @Test mutating func `a report of the files with the same address is not taken over`() throws {
        try desk.submit()
        try portal.database().run("UPDATE report SET slug = \(desk.slug) WHERE slug = 'first-look'")
        let answer = try desk.approve()
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.text.contains("There is another report with the address"))
        #expect(try desk.version.state == .forApproval)
    }
}
