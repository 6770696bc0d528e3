import HTTPServer
import SQLite
import Testing

@testable import Portal

// The life of a report after it is written, as tests lead it.

extension ReportDesk {
    /// The latest version of the report.
    var version: EditionVersion {
        get throws { try #require(try portal.database().versions(ofEdition: slug).first) }
    }

    /// Sends the draft for approval.
    @discardableResult
    mutating func submit() throws -> Answer {
        try lead.post(EditionLinks.submission(slug), ["act": "submit"])
    }

    /// Approves what waits for approval, as another lead.
    @discardableResult
    mutating func approve() throws -> Answer {
        let form = try approver.form(
            to: EditionLinks.approval(slug), on: EditionLinks.approval(slug))
        return approver.send(EditionLinks.approval(slug), form)
    }

    /// Publishes the draft, and gives its public file.
    @discardableResult
    mutating func freeze() throws -> [UInt8] {
        try submit()
        try #require(try approve().status == .seeOther)
        return try file()
    }

    /// The public file of a version as a visitor gets it.
    func file(_ version: String = "1.0") throws -> [UInt8] {
        let answer = try portal.get(EditionLinks.document(slug, version))
        try #require(answer.status == .ok)
        return answer.response.body
    }

    /// Begins a correction of what was published.
    @discardableResult
    mutating func correct(_ reason: String = "A target was wrong.") throws -> Answer {
        try lead.post(EditionLinks.correction(slug), ["reason": reason])
    }

    @discardableResult
    mutating func withdraw(
        _ version: String = "1.0", because reason: String = "a table was wrong."
    ) throws -> Answer {
        try lead.post(EditionLinks.withdrawal(slug, version), ["reason": reason])
    }

    /// Puts values into a frozen version as if it showed them.
    func plant(_ facts: [ReportFact], in version: String = "1.0") throws {
        let database = try portal.database()
        let number = EditionVersion.number(of: version) ?? 0
        try database.script("DROP TRIGGER IF EXISTS edition_fact_is_of_a_draft")
        try database.script("DROP TRIGGER IF EXISTS edition_fact_is_not_removed")
        try database.run(
            """
            DELETE FROM edition_fact
            WHERE version_id = (SELECT id FROM edition_version WHERE number = \(number))
            """)
        for (position, fact) in facts.enumerated() {
            try database.run(
                """
                INSERT INTO edition_fact
                SELECT id, 'everyone', \(position), \(fact.section), \(fact.subject),
                       \(fact.subjectTitle), \(fact.name), \(fact.text)
                FROM edition_version WHERE number = \(number)
                """)
        }
    }
}
