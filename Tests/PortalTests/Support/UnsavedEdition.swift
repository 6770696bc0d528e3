import Scorecard
import Testing

@testable import Portal

/// A report that is in no database: its parts are made from what a portal has, as it is read.
enum UnsavedEdition {
    /// What a report with some texts and choices is made from.
    static func source(
        _ content: [String: String] = [:], quarter: String = "2026-27-Q1",
        for audience: Audience = .everyone, over portal: TestPortal
    ) throws -> EditionSource {
        let version = EditionVersion(
            Edition(
                id: 0, slug: "unsaved", portfolio: "Children", kind: .midYear, kindTitle: nil,
                quarter: try #require(FinancialQuarter(quarter))), content)
        return try portal.database().source(
            of: version, for: audience, on: portal.settings.today(),
            EditionPortal(portal.settings))
    }

    /// Every column that the tables can have.
    static let everyColumn = ReportColumn.allCases.map(\.rawValue).joined(separator: "\n")
}

extension ReportMeasuresSection {
    /// What it shows of a measure, by name.
    func facts(of code: String) -> [String: String] {
        Dictionary(
            facts.filter { $0.subject == code }.map { ($0.name, $0.text) }, uniquingKeysWith: +)
    }
}
