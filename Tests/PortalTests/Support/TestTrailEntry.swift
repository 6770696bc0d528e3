import SQLite

@testable import Portal

/// What the audit trail says, as tests look at it.
struct TestTrailEntry: Equatable {
    let actor: String
    let action: String
    let subject: String
    let before: String?
    let after: String?
    let reason: String?

    init(row: borrowing Row) throws(SQLError) {
        actor = try row("actor")
        action = try row("action")
        subject = try row("subject")
        before = try row("before")
        after = try row("after")
        reason = try row("reason")
    }
}

extension TestPortal {
    /// All entries of one kind, or all there are, but for those of loads.
    func trail(_ action: TrailAction? = nil) throws -> [TestTrailEntry] {
        try database().all(
            """
            SELECT actor, action, subject, before, after, reason FROM audit_entry
            WHERE (action = \(action?.rawValue) OR \(action == nil))
                AND subject_kind <> 'catalogue'
            ORDER BY number
            """, read: TestTrailEntry.init)
    }

    /// The person of that user name.
    func person(_ userName: String) throws -> Person? {
        try database().person(userName)
    }

    /// Why the sessions of a person are over, of those that are.
    func sessionEnds(of person: Int64) throws -> [String] {
        try database().all(
            "SELECT end_reason FROM session WHERE person_id = \(person) AND ended_at IS NOT NULL"
        ) { (row: borrowing Row) throws(SQLError) -> String in try row[0] }
    }
}
