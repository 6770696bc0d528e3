import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What pages ask stays cheap while figures grow: each finds the figures that it shows by their
/// keys, and walks through no table that grows with figures, people or years.
@Suite struct QueryPlansTests {
    /// The tables that grow; all others hold the catalogue.
    static let growing: Set = [
        "figure", "true_figure", "superseded_figure", "line", "figure_version", "revision",
        "return_entry", "return_entry_version", "published_entry", "audit_entry", "session",
        "edition_fact", "edition_document", "edition_revision", "upload_row", "distribution",
    ]

    /// Pages that everybody has.
    static let pages = [
        "/", "/attention", "/changes", "/scorecards", "/scorecards/cyp-plan",
        "/scorecards/cyp-plan?period=2024-25-Q4", "/scorecards/cyp-plan/grid",
        "/scorecards/cyp-plan/compare", "/scorecards/cyp-plan/inequality", "/inequality",
        "/measures", "/measures?q=absence", "/measures/persistent-absence",
        "/measures/persistent-absence/history", "/strategies", "/strategies/cyp-plan",
        "/boards", "/voice", "/reports", "/search?q=children+in+care", "/search?q=atendance",
    ]

    @Test(arguments: pages)
    func `a page for everybody walks through nothing that grows`(_ path: String) throws {
        let portal = try TestPortal.real.get()
        let site = try portal.site()
        #expect(site.respond(to: Request(.get, path)).status == .ok)
        try Self.expectSearches(site)
    }

    @Test func `the grid of a return walks through nothing that grows`() throws {
        var desk = try ReturnsDesk()
        #expect(desk.olga.get(desk.path).status == .ok)
        try Self.expectSearches(desk.olga.site)
    }

    @Test func `the file of a report walks through nothing that grows`() throws {
        var desk = try ReportDesk()
        #expect(desk.preview().status == .ok)
        try Self.expectSearches(desk.lead.site)
    }

    /// Without this, a plan that is told of nothing would look like one that searches.
    @Test func `a walk through all figures is told of`() throws {
        let database = try TestPortal.harbourside.get().database()
        _ = try database.first("SELECT sum(value) FROM published_figure AS f", as: Int.self)
        let plan = try #require(database.queryPlans().first { $0.statement.contains("sum") })
        #expect(plan.scanned == ["figure"])
        #expect(plan.steps.contains { $0.hasPrefix("SCAN") })
    }

    private static func expectSearches(_ site: Site) throws {
        let plans = try site.reading.queryPlans()
        #expect(!plans.isEmpty)
        for plan in plans {
            let walked = plan.scanned.intersection(growing)
            #expect(
                walked.isEmpty,
                "\(walked) in \(plan.statement)\n\(plan.steps.joined(separator: "\n"))")
        }
    }
}
