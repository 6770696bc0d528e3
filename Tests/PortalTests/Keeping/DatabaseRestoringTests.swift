import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct DatabaseRestoringTests {
    private let folder: TemporaryFolder
    private let settings: Settings
    private let backup: String

    init() throws {
        folder = try TemporaryFolder()
        settings = try ReleasedDatabase.newest(in: folder)
        backup = folder.file("backup.sqlite")
        _ = try TestPortal.plan(settings)
        _ = try DatabaseBackup(settings, to: backup, keeping: nil).run()
    }

    private func restore(_ other: Settings? = nil) throws -> DatabaseRestoring.Outcome {
        try DatabaseRestoring(other ?? settings, from: backup, user: "root").run()
    }

    private func name(_ database: Database) throws -> String? {
        try database.first("SELECT name FROM person WHERE id = 1")
    }

    @Test func `a backup takes the place of a database, which is kept, and the trail says so`()
        throws
    {
        let end = try {
            let writer = try Database(path: settings.database)
            try writer.run("UPDATE person SET name = 'Later' WHERE id = 1")
            return try writer.trailHead()
        }()
        let outcome = try restore()
        let now = try Database(path: settings.database)
        #expect(try name(now) != "Later")
        let kept = try Database(path: #require(outcome.kept))
        #expect(try name(kept) == "Later")
        #expect(try DatabaseCheck(settings).complaints == [])
        let entry: String? = try now.first(
            """
            SELECT actor || ' ' || action || ' ' || json_extract(before, '$.hash')
            FROM audit_entry ORDER BY number DESC LIMIT 1
            """)
        #expect(entry == "command line (root) restored the database \(end?.hash ?? "")")
    }

    @Test func `nothing is restored while a portal uses the database`() throws {
        let portal = try TestPortal(over: folder, settings)
        #expect(try portal.get("/ready").status == .ok)
        let error = #expect(throws: BackupFault.self) { try restore() }
        #expect("\(error, default: "")".contains("is in use by a portal"))
        #expect(try portal.get("/ready").status == .ok)
    }

    @Test func `nothing is restored while another program has the database open`() throws {
        let other = try Database(path: settings.database)
        #expect(try name(other) != nil)
        let error = #expect(throws: BackupFault.self) { try restore() }
        #expect("\(error, default: "")".contains("is open in another program"))
        #expect(try name(other) != nil)
    }

    @Test func `no portal begins while a database is put in place`() throws {
        let claim = try #require(try FileClaim.alone(of: settings.database))
        let error = #expect(throws: DatabaseTrouble.self) { try TestPortal.plan(settings) }
        #expect("\(error, default: "")".hasPrefix("another database is being put in the place"))
        withExtendedLifetime(claim) {}
    }

    @Test func `a damaged database is kept with its log`() throws {
        try folder.damage("portal.sqlite", with: Array("no database at all".utf8))
        try folder.write(Array("its log".utf8), to: "portal.sqlite-wal")
        let kept = try #require(try restore().kept)
        #expect(KeptFile(kept + "-wal").size == 7)
        #expect(KeptFile(kept).isThere)
        #expect(try DatabaseCheck(settings).complaints == [])
    }

    @Test func `a database is restored where there is none`() throws {
        var new = settings
        new.database = folder.file("new.sqlite")
        #expect(try restore(new).kept == nil)
        #expect(try DatabaseCheck(new).complaints == [])
    }

    @Test func `an older backup is brought up to date first, a newer one is refused`() throws {
        let later = try settings.withMigration(
            "CREATE TABLE later (id INTEGER) STRICT;", in: folder)
        #expect(try restore(later).migrations == 1)
        #expect(try DatabaseCheck(later).complaints == [])
        let newer = folder.file("newer.sqlite")
        _ = try DatabaseBackup(later, to: newer, keeping: nil).run()
        let refusal = #expect(throws: BackupFault.self) {
            try DatabaseRestoring(settings, from: newer, user: "root").run()
        }
        #expect(refusal?.lines.last?.hasPrefix("schema: the database is newer") == true)
        #expect(try DatabaseCheck(later).complaints == [])
    }

    @Test func `a torn backup is refused and the database stays`() throws {
        let bytes = try Folder(path: folder.path).bytes(of: "backup.sqlite")
        try folder.write(Array(bytes[..<(bytes.count / 2)]), to: "backup.sqlite")
        let error = #expect(throws: BackupFault.self) { try restore() }
        #expect("\(error, default: "")".hasPrefix("nothing was restored"))
        #expect(try DatabaseCheck(settings).complaints == [])
        #expect(!KeptFile(settings.database + "-restoring").isThere)
    }
}
