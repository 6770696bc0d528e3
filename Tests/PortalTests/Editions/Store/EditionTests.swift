import Scorecard
import Testing

@testable import Portal

@Suite struct EditionTests {
    @Test(arguments: [
        (ReportKind.midYear, "2026-27-Q2", "April to September 2026", "mid-year report 2026/27"),
        (.other, "2026-27-Q1", "April to June 2026", "report 2026/27"),
        (.thirdQuarter, "2026-27-Q3", "April to December 2026", "third quarter report 2026/27"),
        (
            .yearEnd, "2025-26-Q4", "2025/26 financial year (April to March)",
            "year-end report 2025/26"
        ),
        // An agreement is on the year that comes.
        (
            .agreement, "2025-26-Q4", "2026/27 financial year (April to March)",
            "agreement for the year 2026/27"
        ),
        (
            .agreement, "2026-27-Q1", "2026/27 financial year (April to March)",
            "agreement for the year 2026/27"
        ),
    ])
    func `an edition says its period and its year`(
        kind: ReportKind, quarter: String, period: String, title: String
    ) throws {
        let quarter = try #require(FinancialQuarter(quarter))
        let edition = Edition(
            id: 1, slug: "x", portfolio: "Children", kind: kind, kindTitle: nil, quarter: quarter)
        #expect(edition.periodWords == period)
        #expect(edition.usualTitle == "Children: \(title)")
        let new = NewReport(
            portfolio: "Children", kind: kind, kindTitle: nil, quarter: quarter,
            content: EditionContent())
        #expect(new.slug.hasSuffix(String(title.suffix(7).map { $0 == "/" ? "-" : $0 })))
    }
}
