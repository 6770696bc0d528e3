import HTTPServer
import SQLite
import Scorecard

@testable import Portal

/// A portal with an open round and an officer at their desk, for tests of what they fill in.
struct ReturnsDesk {
    let moment: TestMoment
    let portal: TestPortal
    let lead: TestMember
    /// Enters the figures of everything.
    var olga: TestMember
    /// The entries of the round: VISITS, PLANS, AGREED, MISSING and CALM.
    let entries: [ReturnEntry]

    init() throws {
        // 15 July 2026 at noon.
        let moment = TestMoment(1_784_116_800)
        self.moment = moment
        portal = try TestPortal.collecting { $0.now = moment.now }
        lead = try portal.member("lea", .approver)
        olga = try portal.member("olga", .officer)
        entries = try portal.openRound(by: lead)
    }

    var visits: ReturnEntry { entries[0] }
    var plans: ReturnEntry { entries[1] }
    var agreed: ReturnEntry { entries[2] }
    var missing: ReturnEntry { entries[3] }
    var calm: ReturnEntry { entries[4] }

    /// The address of the return with all but VISITS.
    var path: String { ReturnLinks.grid(plans.returnID) }

    /// What an entry holds now.
    func kept(_ entry: ReturnEntry) throws -> ReturnEntry {
        let entries = try portal.database().entries(
            .some([entry.id]), on: portal.settings.today())
        return entries.first ?? entry
    }

    /// How often an entry was changed.
    func versions(of entry: ReturnEntry) throws -> Int {
        try kept(entry).revision
    }

    func move(_ entries: [ReturnEntry], to state: EntryState, _ event: EntryEvent) throws {
        try portal.database().move(
            entries.map(\.id), to: state, event, words: "Look again at May.", by: lead.id,
            at: moment.now())
    }
}

extension ReturnEntry {
    /// The name of the control of one of its fields.
    func name(_ field: EntryField) -> String { EntryForm.name(of: field, in: self) }
    /// That of a box for a number, of a group if it is named.
    func name(_ box: EntryBox, _ group: String? = nil) -> String {
        name(EntryField.number(box, groups.first { $0.code == group }))
    }
}
