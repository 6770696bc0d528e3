import HTTPServer
import SQLite
import Scorecard

@testable import Portal

/// The round of Q1 2026/27 in a Harbourside of a test's own, with an officer at work.
struct ReturnDesk {
    let portal: TestPortal
    let lead: TestMember
    var officer: TestMember
    /// As the round was opened: VISITS, PLANS, AGREED, MISSING, CALM.
    let opened: [ReturnEntry]

    init(_ adjust: (inout Settings) -> Void = { _ in }) throws {
        portal = try TestPortal.collecting(adjust: adjust)
        lead = try portal.member("lea", .approver)
        try portal.addSecondFactor(to: lead.id)
        officer = try portal.member("ora", .officer)
        opened = try portal.openRound(by: lead)
    }

    var visits: ReturnEntry { opened[0] }
    var plans: ReturnEntry { opened[1] }
    var agreed: ReturnEntry { opened[2] }
    var missing: ReturnEntry { opened[3] }
    var calm: ReturnEntry { opened[4] }

    /// The address of a part of the return that most measures are in.
    func path(_ part: String) -> String { "/returns/\(plans.returnID)/\(part)" }

    /// An entry as it is now.
    func now(_ entry: ReturnEntry) throws -> ReturnEntry {
        let entries = try portal.database().entries(.some([entry.id]), on: portal.settings.today())
        return entries.first ?? entry
    }

    /// Types into the page of one figure, by the names of fields.
    mutating func type(
        _ entry: ReturnEntry, _ fields: [String: String], _ act: String = "draft"
    ) throws -> Answer {
        try Self.type(&officer, entry, fields, act)
    }

    static func type(
        _ member: inout TestMember, _ entry: ReturnEntry, _ fields: [String: String],
        _ act: String = "draft"
    ) throws -> Answer {
        try member.post(
            ReturnLinks.entry(entry), names(fields, in: entry).merging(["do": act]) { $1 })
    }

    /// Fields under the names of their controls.
    static func names(_ fields: [String: String], in entry: ReturnEntry) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: fields.map { name, text in
                (EntryForm.name(of: EntryField(name: name), in: entry), text)
            })
    }

    /// Moves an entry on its way without asking anybody.
    func move(
        _ entry: ReturnEntry, to state: EntryState, _ event: EntryEvent, _ words: String? = nil
    )
        throws
    {
        let database = try portal.database()
        try database.transaction {
            try database.move([entry.id], to: state, event, words: words, by: lead.id, at: 0)
        }
    }

    /// An officer for some measures only.
    func officer(_ name: String, of codes: String...) throws -> TestMember {
        let grants = codes.map { Grant(role: .officer, scope: .measure($0)) }
        return try TestMember(portal, person: portal.addPerson(name, grants: grants))
    }

    func run(_ sql: SQL) throws { try portal.database().run(sql) }
}
