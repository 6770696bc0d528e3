import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What every release left is opened, brought up to date and served by this program.
@Suite struct UpgradeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `there is a database of a release`() {
        #expect(!ReleasedDatabase.all.isEmpty)
    }

    @Test(arguments: ReleasedDatabase.all)
    func `a released database is brought up to date, whole and served`(
        released: ReleasedDatabase
    ) throws {
        let settings = try released.unpack(into: folder)
        let portal = try TestPortal(over: folder, settings)
        #expect(try DatabaseCheck(settings).complaints == [])
        #expect(try portal.get("/").status == .ok)
        #expect(try portal.get("/ready").source == "ready\n")
        #expect(try portal.get("/scorecards").status == .ok)
        for figure in released.seen("figure") {
            let file = try portal.get("/measures/\(figure[0])?format=csv").source
            #expect(file.contains(figure[1]) && file.contains(figure[2]), "\(figure)")
        }
        for report in released.seen("report") {
            let file = try portal.get(report[0]).response.body
            #expect(ReportVerification(file) == .whole(report[1]), "\(report[0])")
        }
        let end = try #require(released.seen("trail").first)
        #expect(try portal.database().verifiedTrail(end: end[1]) != .broken(.endUnknown(end[1])))
    }

    @Test func `a migration more is applied to what a release left`() throws {
        let settings = try ReleasedDatabase.newest(in: folder)
            .withMigration(
                """
                CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
                INSERT INTO later SELECT id FROM person;
                """, in: folder)
        let before = try DatabaseCheck(settings)
        #expect(before.isClean)
        #expect(before.complaints.count == 1)
        let portal = try TestPortal(over: folder, settings)
        #expect(try DatabaseCheck(settings).complaints == [])
        #expect(try portal.get("/scorecards").status == .ok)
    }

    @Test func `a migration that fails half-way leaves what a release left`() throws {
        let settings = try ReleasedDatabase.newest(in: folder)
        _ = try TestPortal.plan(settings)
        let later = try settings.withMigration(
            "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT; DROP TABLE nothing;",
            in: folder)
        let error = try #require(throws: MigrationError.self) { try TestPortal.plan(later) }
        #expect("\(error)".contains("-later failed and was undone"))
        #expect(try DatabaseCheck(settings).complaints == [])
    }
}
