import SQLite
import Testing

@testable import Portal

/// Whatever is done to the trail behind the portal's back is found, at its place.
@Suite struct TrailVerificationTests {
    private let trail: TestTrail

    init() throws {
        trail = try TestTrail(9)
    }

    @Test func `an empty trail is whole`() throws {
        let trail = try TestTrail(0)
        #expect(try trail.found() == .whole(TrailEnd(number: 0, at: nil, hash: "")))
        #expect(try TrailVerification.run(trail.settings) == trail.found())
    }

    @Test func `a whole trail tells its end`() throws {
        guard case .whole(let end) = try TrailVerification.run(trail.settings) else {
            Issue.record("broken")
            return
        }
        #expect(end.number == 9)
        #expect(
            "\(end)" == "9 entries, whole; the last is number 9 of 2023-11-14T22:13:29Z with hash "
                + end.hash)
        #expect(try trail.words(end: end.hash) == "whole")
    }

    @Test func `more entries than are read at once are whole, and found broken`() throws {
        let trail = try TestTrail(1_203)
        #expect(try trail.words() == "whole")
        try trail.disarm()
        try trail.database.run("UPDATE audit_entry SET actor = 'ben' WHERE number = 1201")
        #expect(try trail.words() == "broken at entry 1201: it has been changed")
    }

    // MARK: Changed

    @Test(arguments: [
        "at = at + 1", "person_id = 2", "person_id = NULL", "actor = 'anne'",
        "address = '192.0.2.6'", "request = 'r6'", "action = 'changed rolez'",
        "subject_kind = 'persom'", "subject = 'person-6'",
        "before = '{\"roles\":\"readers\"}'", "after = '{\"roles\":\"0fficer\"}'",
        "reason = 'asked for, 6'", "hash = replace(hash, substr(hash, 1, 1), 'x')",
        "hash = upper(hash)", "before = NULL", "after = NULL", "reason = NULL", "reason = ''",
        "actor = ''", "actor = actor || char(0)", "actor = CAST(x'616e6eff' AS TEXT)",
        "actor = 'ann', address = 'a192.0.2.5'",
    ])
    func `a column that is changed by a byte is found`(change: String) throws {
        try trail.disarm()
        try trail.database.script("UPDATE audit_entry SET \(change) WHERE number = 5")
        #expect(try trail.words() == "broken at entry 5: it has been changed")
    }

    /// The table made anew without types, as who writes the file can.
    @Test(arguments: ["actor = CAST(actor AS BLOB)", "at = CAST(at AS BLOB)", "hash = NULL"])
    func `a column of another type is found`(change: String) throws {
        try trail.disarm()
        try trail.database.script(
            """
            ALTER TABLE audit_entry RENAME TO old_entry;
            CREATE TABLE audit_entry AS SELECT * FROM old_entry;
            UPDATE audit_entry SET \(change) WHERE number = 5;
            """)
        #expect(try trail.words() == "broken at entry 5: it has been changed")
    }

    @Test func `bytes that are no text are not taken for the mark of such`() throws {
        let trail = try TestTrail(0)
        var entry = TestTrail.entry(1)
        entry.reason = "\u{fffd}"
        try trail.append(entry, at: 1)
        #expect(try trail.words() == "whole")
        try trail.disarm()
        try trail.database.run("UPDATE audit_entry SET reason = CAST(x'ff' AS TEXT)")
        #expect(try trail.words() == "broken at entry 1: it has been changed")
    }

    // MARK: Missing, moved and put in

    @Test(arguments: [
        ([1], "broken at entry 1: it is missing"),
        ([5], "broken at entry 5: it is missing"),
        ([5, 6, 7], "broken at entry 5: it is missing, with all up to entry 7"),
        ([9], "broken at entry 9: the end is missing, up to entry 9"),
        ([7, 8, 9], "broken at entry 7: the end is missing, up to entry 9"),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9], "broken at entry 1: the end is missing, up to entry 9"),
    ])
    func `an entry that is gone is found`(numbers: [Int], words: String) throws {
        try trail.disarm()
        try trail.database.run("DELETE FROM audit_entry WHERE number IN \(list: numbers)")
        #expect(try trail.words() == words)
    }

    @Test func `an end that is gone with its head is found by the hash of before`() throws {
        guard case .whole(let end) = try trail.found() else { return }
        try trail.disarm()
        try trail.database.script(
            """
            DELETE FROM audit_entry WHERE number > 7;
            UPDATE audit_head SET number = 7,
                hash = (SELECT hash FROM audit_entry WHERE number = 7);
            """)
        #expect(try trail.words() == "whole")
        #expect(try trail.words(end: end.hash).hasPrefix("broken before the end: no entry has"))
    }

    @Test func `a trail that grew since still has the hash of before`() throws {
        guard case .whole(let end) = try trail.found() else { return }
        try trail.append(TestTrail.entry(10), at: 5)
        #expect(try trail.words(end: end.hash) == "whole")
    }

    @Test func `two entries that change numbers are found`() throws {
        try trail.disarm()
        try trail.database.script(
            """
            UPDATE audit_entry SET number = -1 WHERE number = 3;
            UPDATE audit_entry SET number = 3 WHERE number = 8;
            UPDATE audit_entry SET number = 8 WHERE number = -1;
            """)
        #expect(
            try trail.words() == "broken at entry 3: what was entry 3 now has the number 8")
    }

    @Test func `two entries that change contents and keep their hashes are found`() throws {
        try trail.disarm()
        let columns = [
            "at", "actor", "address", "request", "subject", "reason",
        ]
        let swap = columns.map { "\($0) = other.\($0)" }.joined(separator: ", ")
        try trail.database.script(
            """
            UPDATE audit_entry AS entry SET \(swap) FROM audit_entry AS other
            WHERE entry.number IN (3, 4) AND other.number = 7 - entry.number
            """)
        #expect(
            try trail.words() == "broken at entry 3: what was entry 3 now has the number 4")
    }

    @Test func `an entry put between two others is found`() throws {
        try trail.disarm()
        try trail.database.script(
            """
            UPDATE audit_entry SET number = -number WHERE number >= 5;
            UPDATE audit_entry SET number = 1 - number WHERE number < 0;
            INSERT INTO audit_entry SELECT 5, at, person_id, 'eve', address, request, action,
                subject_kind, subject, before, after, reason, hash
            FROM audit_entry WHERE number = 6;
            UPDATE audit_head SET number = 10;
            """)
        #expect(
            try trail.words() == "broken at entry 5: what was entry 5 now has the number 6")
    }

    @Test(arguments: [0, -7])
    func `an entry put before the first is found`(number: Int) throws {
        try trail.disarm()
        try trail.database.run("UPDATE audit_entry SET number = \(number) WHERE number = 9")
        #expect(
            try trail.words() == "broken at entry \(number): an entry has been put before the first"
        )
    }

    @Test func `an entry put after the last is found`() throws {
        try trail.disarm()
        let entry = KeptEntry(TestTrail.entry(10), number: 10, at: 1)
        let hash = entry.hash(after: try trail.database.trailHead()?.hash ?? "")
        try trail.database.run(
            """
            INSERT INTO audit_entry SELECT 10, 1, person_id, actor, \(entry.address),
                \(entry.request), action, subject_kind, \(entry.subject), before, after,
                \(entry.reason), \(hash)
            FROM audit_entry WHERE number = 9
            """)
        #expect(
            try trail.words()
                == "broken at the end: it is said to be entry 9, but there is entry 10")
    }

    // MARK: The head

    @Test(arguments: [
        ("DELETE FROM audit_head", "what tells how long the trail is, is missing"),
        ("UPDATE audit_head SET number = 8", "it is said to be entry 8, but there is entry 9"),
        (
            "UPDATE audit_head SET hash = (SELECT hash FROM audit_entry WHERE number = 8)",
            "entry 9 is not kept there with its hash"
        ),
    ])
    func `a head that is changed is found`(change: String, words: String) throws {
        try trail.disarm()
        try trail.database.script(change)
        #expect(try trail.words() == "broken at the end: \(words)")
    }

    // MARK: Guards

    @Test(arguments: [
        "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE number = 3",
        "INSERT INTO audit_entry SELECT 11, at, person_id, actor, address, request, action, "
            + "subject_kind, subject, before, after, reason, hash FROM audit_entry WHERE number = 3",
        "UPDATE audit_entry SET actor = 'ben' WHERE number = 3",
        "UPDATE OR REPLACE audit_entry SET number = 4 WHERE number = 3",
        "DELETE FROM audit_entry WHERE number = 3", "DELETE FROM audit_entry",
        "DELETE FROM audit_head", "UPDATE audit_head SET number = 8",
        "UPDATE audit_head SET number = 10",
        "INSERT OR REPLACE INTO audit_head VALUES (1, 0, '')",
        "INSERT OR REPLACE INTO audit_head VALUES (2, 0, '')",
    ])
    func `the database itself refuses all but adding`(statement: String) throws {
        let error = #expect(throws: SQLError.self) { try trail.database.script(statement) }
        #expect(error?.message.contains("only added to") == true)
        #expect(try trail.words() == "whole")
    }

    @Test func `every guard that is taken away is missed`() throws {
        let names = try trail.database.trailSchema().keys.filter { $0.hasPrefix("trigger ") }
        #expect(names.count == 6)
        for name in names {
            let trail = try TestTrail(2)
            try trail.database.script("DROP \(name)")
            #expect(
                try TrailVerification.run(trail.settings)
                    == .broken(.unguarded("the \(name) is missing")))
        }
    }

    @Test func `a guard that guards nothing is found`() throws {
        try trail.database.script(
            """
            DROP TRIGGER audit_entry_is_not_removed;
            CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_entry
            WHEN old.number < 0 BEGIN SELECT raise(ABORT, 'the audit trail is only added to'); END;
            """)
        #expect(
            try TrailVerification.run(trail.settings)
                == .broken(
                    .unguarded("the trigger audit_entry_is_not_removed is not the portal's own")))
    }

    @Test func `a foreign trigger on the trail is found`() throws {
        try trail.database.script(
            "CREATE TRIGGER ours AFTER INSERT ON audit_entry BEGIN SELECT 1; END;")
        #expect(
            try TrailVerification.run(trail.settings)
                == .broken(.unguarded("the trigger ours is not the portal's")))
    }

    // MARK: Clocks and chance

    @Test func `a clock that jumps back breaks nothing`() throws {
        for moment in [2_000_000_000, 5, -5, .max, .min, 1_700_000_000] {
            try trail.append(TestTrail.entry(1), at: moment)
        }
        #expect(try trail.words() == "whole")
    }

    /// A thousand changes of one byte of one column of one entry, the same at each run.
    @Test func `no byte can be changed anywhere unseen`() throws {
        try trail.disarm()
        let columns = [
            "actor", "address", "request", "action", "subject_kind", "subject", "before", "after",
            "reason", "hash",
        ]
        var seed: UInt64 = 42
        func random(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        for _ in 0..<300 {
            let (number, column) = (random(9) + 1, columns[random(columns.count)])
            let database = trail.database
            var bytes: [UInt8] = []
            try database.forEach(
                "SELECT \(SealedEntry.columns) FROM audit_entry WHERE number = \(number)"
            ) { row throws(SQLError) in bytes = try row(column) }
            let place = random(bytes.count)
            var other = bytes
            other[place] = bytes[place] ^ UInt8(1 << random(8))
            try database.set(column, other, in: number)
            #expect(try trail.words() == "broken at entry \(number): it has been changed")
            try database.set(column, bytes, in: number)
        }
        #expect(try trail.words() == "whole")
    }
}

extension Database {
    fileprivate func set(_ column: String, _ bytes: [UInt8], in number: Int) throws {
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try script(
            """
            UPDATE audit_entry SET \(column) = CAST(x'\(hex)' AS TEXT) WHERE number = \(number)
            """)
    }
}
