import SQLite
import Scorecard
import Testing

@testable import Portal

/// A report as the database has it once it is published, put there without publishing it.
struct PublishedEdition {
    var slug = "children-year-end-2025-26"
    var portfolio = "Children"
    var kind = ReportKind.yearEnd
    var quarter = "2025-26-Q4"
    var title = "Children: year-end report 2025/26"
    var meeting = ""
    /// The day on which it was published.
    var day = "2026-06-10"
    var isWithdrawn = false
    /// What it showed, as (section, subject, name, text).
    var facts: [(String, String, String, String)] = []

    /// Puts it there, and gives the number of the edition.
    @discardableResult
    func add(to portal: TestPortal, by person: Int64) throws -> Int64 {
        let database = try portal.database()
        let day = try #require(Day(day))
        let moment = day.number * 86_400 + 43_200
        let quarter = try #require(FinancialQuarter(quarter))
        try database.begin(
            NewEdition(
                slug: slug, portfolio: portfolio, kind: kind, kindTitle: nil, quarter: quarter),
            by: person, at: moment)
        let version = try #require(try database.versions(ofEdition: slug).first)
        try database.keep(
            EditionContent(EntryContent(["meeting": meeting])), ofVersion: version.id, by: person,
            at: moment)
        for (position, fact) in facts.enumerated() {
            try database.run(
                """
                INSERT INTO edition_fact
                    (version_id, audience, position, section, subject, subject_title, name, text)
                VALUES (\(version.id), 'everyone', \(position), \(fact.0), \(fact.1), \(fact.1),
                        \(fact.2), \(fact.3))
                """)
        }
        try database.run(
            """
            UPDATE edition_version SET state = 'frozen', frozen_by = \(person),
                   frozen_at = \(moment), title = \(title), board = 'harbour-committee',
                   figures_as_at = \(day)
            WHERE id = \(version.id)
            """)
        if isWithdrawn {
            try database.run(
                """
                UPDATE edition_version SET state = 'withdrawn', withdrawn_by = \(person),
                       withdrawn_at = \(moment), withdrawn_because = 'A table was wrong.'
                WHERE id = \(version.id)
                """)
        }
        return version.edition.id
    }
}

/// A portal with a published report and an officer who answers the committee.
struct CommitteeDesk {
    let portal: TestPortal
    var officer: TestMember
    let edition: Int64
    let slug: String

    init(_ edition: PublishedEdition = PublishedEdition()) throws {
        portal = try TestPortal { $0.requiresSecondFactor = false }
        officer = try portal.member("olga", .officer)
        self.edition = try edition.add(to: portal, by: officer.id)
        slug = edition.slug
    }

    /// Records something that was said, without the form.
    @discardableResult
    func record(
        _ words: String, _ day: String = "2026-06-17", measure: String? = nil,
        due: String? = nil, answer: String? = nil, on answered: String = "2026-07-01"
    ) throws -> Int64 {
        try portal.database().keep(
            CommentRecord(
                kind: .request, saidOn: try #require(Day(day)), words: words, measure: measure,
                assignedTo: "Head of Inclusion", due: due.flatMap { Day($0) }, answer: answer,
                answeredOn: answer == nil ? nil : Day(answered)),
            ofEdition: edition, by: officer.id, at: portal.settings.now())
    }

    func comment(_ id: Int64) throws -> CommitteeComment {
        try #require(try portal.database().comment(id))
    }
}
