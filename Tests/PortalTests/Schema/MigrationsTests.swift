import SQLite
import Testing

@testable import Portal

@Suite struct MigrationsTests {
    @Test func `a database that was loaded is whole`() throws {
        let database = try TestPortal.harbourside.get().database()
        #expect(try database.integrityCheck() == [])
    }

    private let folder: TemporaryFolder
    private let settings: Settings

    init() throws {
        folder = try TemporaryFolder()
        settings = try .testing(in: folder)
    }

    @Test func `a database newer than the program is refused in one line`() throws {
        _ = try SitePlan(settings)
        try run(
            """
            INSERT INTO schema_migration (number, name, digest)
            SELECT max(number) + 1, 'of a later program', 'x' FROM schema_migration
            """)
        let error = try #require(throws: (any Error).self) { try SitePlan(settings) }
        #expect("\(error)".contains("\(settings.database) is newer than this program"))
        #expect(!"\(error)".contains("\n"))
    }

    @Test func `a migration edited after it was applied is refused in one line`() throws {
        _ = try SitePlan(settings)
        try run("UPDATE schema_migration SET digest = 'of other text' WHERE number = 1")
        let error = try #require(throws: (any Error).self) { try SitePlan(settings) }
        #expect("\(error)".hasPrefix("migration 1 (0001-catalogue) is not the one applied"))
        #expect(!"\(error)".contains("\n"))
    }

    @Test func `a database that is refused is not loaded into either`() throws {
        try Harbourside.catalogue.write(to: folder)
        _ = try SitePlan(settings)
        try run("UPDATE schema_migration SET digest = 'of other text' WHERE number = 2")
        let load = CatalogueLoad(settings, from: folder)
        #expect(throws: MigrationError.self) { try load.run() }
        #expect(try Database(path: settings.database).first("SELECT count(*) FROM measure") == 0)
    }

    @Test func `a migration whose name has no number is refused`() throws {
        try folder.write(Array("SELECT 1;".utf8), to: "Migrations/first.sql")
        let scripts = Folder(path: folder.file("Migrations"))
        let database = try Database(path: ":memory:")
        let error = try #require(throws: FolderError.self) {
            try Migrations.apply(from: scripts, to: database)
        }
        #expect(error.path == folder.file("Migrations/first.sql"))
        #expect(error.reason.hasPrefix("a migration's name begins with its number"))
    }

    private func run(_ sql: SQL) throws {
        try Database(path: settings.database).run(sql)
    }
}
