import SQLite
import Testing

@testable import Portal

@Suite struct DatabaseBackupTests {
    private let folder: TemporaryFolder
    private var settings: Settings
    private let moment = TestMoment(1_795_311_060)

    init() throws {
        folder = try TemporaryFolder()
        settings = try ReleasedDatabase.newest(in: folder)
        settings.now = moment.now
        try folder.write([], to: "copies/notes.txt")
    }

    private func names() throws -> [String] {
        try KeptFile(folder.file("copies")).names()
    }

    private func backup(_ path: String, keeping count: Int? = nil) throws
        -> DatabaseBackup.Outcome
    {
        try DatabaseBackup(settings, to: path, keeping: count).run()
    }

    @Test func `a copy is whole while others write, and tells how its trail ends`() throws {
        let portal = try TestPortal(over: folder, settings)
        let writer = try portal.database()
        let made = try writer.transaction {
            try writer.run("UPDATE person SET name = 'Not yet there' WHERE id = 1")
            return try backup(folder.file("copy.sqlite"))
        }
        #expect("\(made)".contains(try #require(try writer.trailHead()).hash))
        var copied = settings
        copied.database = folder.file("copy.sqlite")
        #expect(try DatabaseCheck(copied).complaints == [])
        let copy = try Database(path: copied.database, mode: .readOnly)
        #expect(try copy.first("SELECT count(*) FROM person WHERE name = 'Not yet there'") == 0)
        #expect(try copy.first("PRAGMA journal_mode", as: String.self) == "delete")
    }

    @Test func `copies in a folder have their moments for names, and the oldest go`() throws {
        for _ in 0..<3 {
            _ = try backup(folder.file("copies"), keeping: 2)
            moment.pass(60)
        }
        #expect(
            try names() == [
                "notes.txt", "portal-2026-11-22T013200Z.sqlite",
                "portal-2026-11-22T013300Z.sqlite",
            ])
        // A clock that was set back takes nothing from the newest copy.
        moment.pass(-86_400)
        _ = try backup(folder.file("copies"), keeping: 1)
        #expect(try names() == ["notes.txt", "portal-2026-11-21T013400Z.sqlite"])
    }

    @Test func `a file that is there stays as it was`() throws {
        let error = #expect(throws: BackupFault.self) {
            try backup(folder.file("copies/notes.txt"))
        }
        #expect("\(error, default: "")".contains("is there already"))
        #expect(try names() == ["notes.txt"])
    }

    @Test func `a database that is not whole is not copied over good copies`() throws {
        // Of an older schema, not all can be looked at.
        _ = try TestPortal.plan(settings)
        try Database(path: settings.database).script(
            "PRAGMA foreign_keys = OFF; DELETE FROM search_entry WHERE id = 7")
        let error = #expect(throws: BackupFault.self) {
            try backup(folder.file("copies"), keeping: 1)
        }
        #expect(error?.lines.first == "no backup was made, since the database is not whole")
        #expect(try names() == ["notes.txt"])
    }

    @Test(arguments: [
        ("portal-2026-11-22T013000Z.sqlite", true), ("portal-2026-11-22T013000Z.sqlite-wal", false),
        ("portal-until-2026-11-22T013000Z.sqlite", false), ("portal.sqlite", false),
        ("portal-2026-11-2ZT013000Z.sqlite", false),
    ])
    func `only what is named as a backup is one`(name: String, isBackup: Bool) {
        #expect(BackupFolder.isName(name) == isBackup)
    }
}
