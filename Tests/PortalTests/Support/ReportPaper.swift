import Mustache
import Scorecard
import Testing

@testable import Portal

/// Reports made straight from what a portal knows: nothing is written into its database.
struct ReportPaper {
    let portal: TestPortal
    let source: EditionSource

    /// - Parameters:
    ///   - portal: Whose figures are reported.
    ///   - content: Texts and choices by their names.
    ///   - quarter: The quarter reported on.
    ///   - audience: Whose edition it is.
    /// - Throws: What cannot be read.
    init(
        of portal: TestPortal, _ content: [String: String] = [:], quarter: String = "2026-27-Q1",
        for audience: Audience = .everyone
    ) throws {
        self.portal = portal
        source = try Self.source(content, quarter: quarter, for: audience, over: portal)
    }

    /// What a report with some texts and choices is made from.
    static func source(
        _ content: [String: String] = [:], quarter: String = "2026-27-Q1",
        for audience: Audience = .everyone, on day: String? = nil, over portal: TestPortal
    ) throws -> EditionSource {
        let edition = Edition(
            id: 0, slug: "paper", portfolio: "Children", kind: .midYear, kindTitle: nil,
            quarter: try #require(FinancialQuarter(quarter)))
        let day = try day.map { try #require(Day($0)) } ?? portal.settings.today()
        return try portal.database().source(
            of: EditionVersion(edition, content), for: audience, on: day,
            EditionPortal(portal.settings))
    }

    private init(portal: TestPortal, source: EditionSource) {
        self.portal = portal
        self.source = source
    }

    /// The same with something before it, and with other words of invention.
    func after(_ past: ReportedPast, demonstration: String? = nil) -> ReportPaper {
        with(
            EditionSource(
                version: source.version, template: source.template, audience: source.audience,
                day: source.day, portal: source.portal, board: source.board,
                demonstration: demonstration, measures: source.measures,
                delivery: source.delivery, past: past, knownDays: source.knownDays))
    }

    /// A report made from something else.
    func with(_ source: EditionSource) -> ReportPaper {
        ReportPaper(portal: portal, source: source)
    }

    func document(fingerprint: String? = nil, approvedOn: Day? = nil) throws -> ReportDocument {
        ReportDocument(
            source: source, style: portal.plan.content.current.reportStyle,
            fingerprint: fingerprint,
            approvedOn: approvedOn)
    }

    func bytes(fingerprint: String? = nil, approvedOn: Day? = nil) throws -> [UInt8] {
        try document(fingerprint: fingerprint, approvedOn: approvedOn)
            .bytes(SiteTemplates(TestPortal.templates))
    }

    /// The file as a browser reads it.
    func page(fingerprint: String? = nil, approvedOn: Day? = nil) throws -> Element {
        try MarkupReader.read(bytes(fingerprint: fingerprint, approvedOn: approvedOn))
    }

    /// Every column that the tables can have.
    static let everyColumn = ReportColumn.allCases.map(\.rawValue).joined(separator: "\n")

    /// The scorecards of Harbourside whose measures have every status.
    static let scorecards = ["scorecards": "start-well\nschools"]

    /// Nothing before.
    static let noPast = ReportedPast(
        previous: nil, facts: [], corrected: nil, correctedFacts: [])
}

extension ReportMeasuresSection {
    /// What it shows of a measure, by name.
    func facts(of code: String) -> [String: String] {
        Dictionary(
            facts.filter { $0.subject == code }.map { ($0.name, $0.text) }, uniquingKeysWith: +)
    }
}

extension EditionVersion {
    /// A draft that is in no database.
    init(_ edition: Edition, _ content: [String: String], number: Int = 1) {
        self.init(
            id: 0, edition: edition, number: number, state: .draft,
            content: EditionContent(EntryContent(content)), revision: 0,
            reason: number > 1 ? "A figure was wrong" : nil, changedBy: nil, changedAt: nil,
            submittedBy: nil, submittedByName: nil, submittedAt: nil, sentBackWords: nil,
            frozen: nil)
    }
}
