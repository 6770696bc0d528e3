import SQLite
import Scorecard
import Testing

@testable import Portal

/// A portal in which a performance lead writes a report.
struct ReportDesk {
    let portal: TestPortal
    /// An approver who writes it, and one who approves it.
    var lead: TestMember
    var approver: TestMember
    /// The last part of the report's address.
    let slug = "children-mid-year-2026-27"

    /// Begins a report for a quarter with some texts and choices, over a portal of the test's own.
    init(
        _ content: [String: String] = [:], quarter: String = "2026-27-Q1",
        over portal: TestPortal? = nil
    ) throws {
        let portal = try portal ?? TestPortal { $0.requiresSecondFactor = false }
        self.portal = portal
        lead = try portal.member("lead", .approver)
        approver = try portal.member("second", .approver)
        let database = try portal.database()
        let quarter = try #require(FinancialQuarter(quarter))
        try database.begin(
            NewEdition(
                slug: slug, portfolio: "Children", kind: .midYear, kindTitle: nil,
                quarter: quarter), by: lead.id, at: portal.settings.now())
        let version = try #require(try database.versions(ofEdition: slug).first)
        var texts = ["board": "harbour-committee"]
        texts.merge(content) { $1 }
        try database.keep(
            EditionContent(EntryContent(texts)), ofVersion: version.id, by: lead.id,
            at: portal.settings.now())
    }

    /// The draft as the file that it would become.
    mutating func preview() -> Answer { lead.get(EditionLinks.preview(slug)) }
}
