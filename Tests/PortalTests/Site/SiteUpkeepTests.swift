import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct SiteUpkeepTests {
    private let moment = TestMoment()
    private let portal: TestPortal
    private let log = Log()

    init() throws {
        portal = try TestPortal { [moment] in $0.now = moment.now }
    }

    private func upkeep(isLast: Bool = false) {
        portal.plan.upkeep(isLast: isLast) { log.add($0) }
    }

    private func count(_ rows: SQL) throws -> Int {
        try portal.database().first("SELECT count(*) FROM \(rows)") ?? -1
    }

    /// What the trail has of refusals: who, what and why.
    private func refusals() throws -> [String] {
        try portal.database().all(
            """
            SELECT actor || ' ' || subject || ' ' || reason || ' ' || after AS words
            FROM audit_entry WHERE action = 'was refused' ORDER BY number
            """
        ) { row throws(SQLError) in try row("words") }
    }

    @Test func `when somebody was here is written down, and forgotten only the next time`() throws {
        var anna = try portal.member("anna", .reader)
        moment.pass(600)
        _ = anna.get("/help")
        #expect(try count("session WHERE seen_at = \(moment.now())") == 0)
        upkeep()
        #expect(try count("session WHERE seen_at = \(moment.now())") == 1)
        #expect(portal.plan.presence.all.count == 1)
        upkeep()
        #expect(portal.plan.presence.all.isEmpty)
        #expect(log.lines == [])
    }

    @Test func `where there is nothing to write nothing is written`() throws {
        var anna = try portal.member("anna", .reader)
        _ = anna.get("/help")
        upkeep()
        let database = try portal.database()
        let before = try database.dataVersion
        upkeep()
        moment.pass(3_600)
        upkeep()
        #expect(try database.dataVersion == before)
    }

    @Test func `a session in use lives on when what was noted is written down`() throws {
        var anna = try portal.member("anna", .reader)
        for _ in 0..<5 {
            moment.pass(3_000)
            #expect(anna.get("/session").status == .ok)
            upkeep()
            upkeep()
        }
        moment.pass(3_600)
        #expect(anna.get("/session").status == .seeOther)
    }

    @Test func `a forged form is in the trail, by the pattern of its address`() throws {
        let request = Request(
            .post, "/sign-in", headers: ["Content-Type": "application/x-www-form-urlencoded"],
            peerAddress: "192.0.2.7")
        let status = try portal.ask(request).status
        for _ in 0..<3 { #expect(try portal.ask(request).status == status) }
        upkeep()
        guard status == .forbidden else { return #expect(try refusals() == []) }
        #expect(try refusals().count == 1)
        #expect(
            try refusals().first?.contains(
                " /sign-in POST: the form was not drawn for this browser {\"count\":\"4\"") == true)
        upkeep()
        #expect(try refusals().count == 1)
    }

    @Test func `a database that cannot be written is one line, and nothing is lost`() throws {
        var anna = try portal.member("anna", .reader)
        moment.pass(60)
        _ = anna.get("/help")
        portal.plan.refusals.note(
            RefusalNotes.Kind(
                actor: .stranger, address: "192.0.2.1", action: .refusal,
                subject: TrailEntry.Subject(kind: .page, name: "/x"), reason: "needs a role"),
            request: "r", at: moment.now())
        let database = try portal.database()
        try database.run("ALTER TABLE audit_head RENAME TO moved")
        for _ in 0..<3 { upkeep() }
        #expect(log.lines.count == 1)
        #expect(log.lines.first?.hasPrefix("upkeep: ") == true)
        #expect(try count("session WHERE seen_at = \(moment.now())") == 0)
        try database.run("ALTER TABLE moved RENAME TO audit_head")
        upkeep()
        #expect(try refusals().count == 1)
        #expect(try count("session WHERE seen_at = \(moment.now())") == 1)
        #expect(log.lines.count == 1)
    }

    @Test func `what is over is taken away, and what is not stays`() throws {
        let day = 86_400
        let (now, person) = (moment.now(), try portal.addPerson("anna", .reader))
        let database = try portal.database()
        // Each row twice: as old as it may be, and a second older.
        for over in [0, 1] {
            try database.run(
                """
                INSERT INTO session (id, token_hash, person_id, method, is_complete, began_at,
                                     seen_at, ended_at, end_reason, address, agent)
                VALUES
                (\(10 + over), \(hash(10 + over)), \(person), 'password', 1, \(now - day),
                 \(now - day), \(now - day - over), 'signed-out', '', ''),
                (\(20 + over), \(hash(20 + over)), \(person), 'password', 1, \(now - day - 9_000),
                 \(now - day - 3_600 - over), NULL, NULL, '', ''),
                (\(30 + over), \(hash(30 + over)), \(person), 'password', 1,
                 \(now - day - 43_200 - over), \(now), NULL, NULL, '', '')
                """)
            try database.run(
                """
                INSERT INTO held_form (session_id, person_id, path, body, held_at)
                VALUES (10, \(person), \("/\(over)"), x'', \(now - 1_800 - over))
                """)
            try database.run(
                """
                INSERT INTO submission
                    (session_hash, path, key, content_hash, location, answered_at)
                VALUES ('', \("/\(over)"), '', '', '', \(now - day - over))
                """)
            try database.run(
                """
                INSERT INTO sign_in_failure (bucket, failures, last_at)
                VALUES (\("\(over)"), 1, \(now - day - over))
                """)
            try database.run(
                """
                INSERT INTO one_time_link
                    (token_hash, person_id, purpose, made_at, expires_at, used_at)
                VALUES
                (\(hash(40 + over)), \(person), 'reset', 1, \(now - 30 * day - over), NULL),
                (\(hash(50 + over)), \(person), 'reset', 1, \(now), \(now - 30 * day - over))
                """)
            try database.run(
                """
                INSERT INTO known_device (token_hash, person_id, seen_at)
                VALUES (\(hash(60 + over)), \(person), \(now - 90 * day - over))
                """)
        }
        upkeep()
        #expect(
            try database.all("SELECT id FROM session ORDER BY id") { row throws(SQLError) in
                try row("id", as: Int.self)
            } == [10, 20, 30])
        for table in ["held_form", "submission", "sign_in_failure", "known_device"] as [SQL] {
            #expect(try count(table) == 1)
        }
        #expect(try count("one_time_link") == 2)
        #expect(log.lines == [])
    }

    @Test func `what is over is looked for every five minutes`() throws {
        upkeep()
        let old = moment.now() - 90 * 86_400 - 300
        let person = try portal.addPerson("anna", .reader)
        try portal.database().run(
            """
            INSERT INTO known_device (token_hash, person_id, seen_at)
            VALUES (\(hash(1)), \(person), \(old))
            """)
        moment.pass(299)
        upkeep()
        #expect(try count("known_device") == 1)
        moment.pass(1)
        upkeep()
        #expect(try count("known_device") == 0)
    }

    private func hash(_ number: Int) -> String {
        String(repeating: "0", count: 62) + "\(number)".prefix(2)
            + (number < 10 ? "0" : "")
    }
}
