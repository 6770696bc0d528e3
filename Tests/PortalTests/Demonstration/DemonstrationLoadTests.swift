import SQLite
import Testing

@testable import Portal

/// What there is of the project's own demonstration without making it: `make demo` makes it whole,
/// and Tests/Demo looks it over.
@Suite struct DemonstrationLoadTests {
    private let temporary: TemporaryFolder
    private let settings: Settings

    init() throws {
        temporary = try TemporaryFolder()
        settings = try Settings.testing(in: temporary, organisation: "Stockport")
    }

    @Test func `a database that there is already is refused, and left as it is`() throws {
        try Database.open(settings, .readWrite).run("CREATE TABLE kept (id INTEGER) STRICT")
        let fault = #expect(throws: DemonstrationFault.self) {
            try Demonstration(settings, user: "tester").build { _ in }
        }
        #expect(fault?.description.contains("is there already") == true)
        let tables: String? = try Database.open(settings, .readOnly)
            .first("SELECT group_concat(name) AS names FROM sqlite_schema")
        #expect(tables == "kept")
    }

    @Test func `each figure that is typed is of a round that there is`() throws {
        let folder = DemonstrationFolder(settings)
        let quarters = Set(try folder.rounds().map { try $0.text("quarter") })
        let typed = Set(try folder.figures().map { try $0.text("quarter") })
        #expect(quarters.count == 2)
        #expect(typed == quarters)
    }

    @Test func `a report is written before it is frozen, and every text has its step`() throws {
        let folder = DemonstrationFolder(settings)
        let reports = try folder.reports()
        #expect(reports.count == 2)
        for report in reports {
            #expect(try report.day("written_on") <= report.day("frozen_on"))
            let texts = try folder.texts(of: report.text("report"))
            let steps = try texts.map { EditionStep(rawValue: try $0.text("step")) }
            #expect(!steps.contains(nil))
            #expect(try texts.allSatisfy { try !$0.text("text").isBlank })
        }
    }

    @Test func `each comment is on a report that there is, and one waits for its answer`() throws {
        let folder = DemonstrationFolder(settings)
        let reports = Set(try folder.reports().map { try $0.text("report") })
        let comments = try folder.comments()
        #expect(try comments.allSatisfy { reports.contains(try $0.text("report")) })
        #expect(comments.count { $0.optional("answered_on") == nil } == 1)
    }
}
