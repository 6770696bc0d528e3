import SQLite
import Scorecard

@testable import Portal

/// What tests of rounds share: a portal whose measures are collected, and its lead.
struct RoundTesting {
    let portal: TestPortal
    var lead: TestMember

    /// What is asked for of Q1 2026/27 as usual, as the form names it.
    static let usual = [
        "ask/VISITS/2026-27-Q1", "ask/PLANS/2026-27-Q1", "ask/AGREED/2026-27-Q1",
        "ask/MISSING/2026-27-Q1", "ask/CALM/2026-06-30",
    ]

    init(today: String = "2026-07-15", adjust: (inout Settings) -> Void = { _ in }) throws {
        portal = try TestPortal.collecting { settings in
            if let clock = Clock.fixed(on: today) { settings.today = clock }
            adjust(&settings)
        }
        lead = try portal.colleague("lea", .approver)
    }

    /// A lead for some measures only.
    func lead(for scope: Scope) throws -> TestMember {
        let id = try portal.addPerson(
            "part", grants: [Grant(role: .approver, scope: scope)])
        try portal.addSecondFactor(to: id)
        return try TestMember(portal, person: id)
    }

    /// An officer for some measures only.
    @discardableResult
    func officer(_ userName: String, for scope: Scope = .everything) throws -> Int64 {
        try portal.addPerson(userName, grants: [Grant(role: .officer, scope: scope)])
    }

    /// Where the entries of a measure stand.
    func set(_ state: EntryState, of measure: String) throws {
        try portal.database().run(
            "UPDATE return_entry SET state = \(state) WHERE measure = \(measure)")
    }

    /// The entries of all rounds: `PLANS 2026-08-14 not-started`.
    func entries() throws -> [String] {
        try portal.database().all(
            "SELECT measure, due_on, state FROM return_entry ORDER BY id"
        ) { row throws(SQLError) in
            let (measure, state): (String, String) = (try row("measure"), try row("state"))
            return "\(measure) \(try row("due_on", as: Day.self)) \(state)"
        }
    }

    func count(_ sql: SQL) throws -> Int { try portal.database().first(sql) ?? 0 }
}

/// Texts that no field means.
enum Nonsense {
    static let texts = [
        "", " ", "\u{0}", "a\u{0}b\u{7}\u{1B}[2J", String(repeating: "9", count: 10_000),
        "<script>alert(1)</script>", "'; DROP TABLE person; --", "日本語", "31 February 2026",
        "-1", "99999999999999999999", "1/2/2026", "0000-00-00", "2026-13-45", "\u{202E}6202",
    ]
}
