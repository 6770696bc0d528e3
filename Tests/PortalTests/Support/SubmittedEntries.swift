import HTTPServer
import SQLite
import Scorecard

@testable import Portal

extension TestPortal {
    /// An entry as it is now.
    func entry(_ id: Int64) throws -> ReturnEntry {
        let entries = try database().entries(.some([id]), on: settings.today())
        guard let entry = entries.first else { throw FolderFailure(path: "entry \(id)") }
        return entry
    }

    /// Types an entry as an officer does, and sends it in.
    func submit(_ id: Int64, _ fields: [String: String], by officer: TestMember) throws {
        try type(id, fields, by: officer)
        let database = try database()
        try database.transaction {
            try database.move([id], to: .submitted, .submitted, by: officer.id, at: settings.now())
        }
    }

    /// Types an entry.
    func type(
        _ id: Int64, _ fields: [String: String], cause: EntryCause = .typed, by officer: TestMember
    ) throws {
        let database = try database()
        let content = EntryContent(fields)
        let before = try self.entry(id)
        let entry = before.with(content)
        let past = try database.pasts(of: [entry])[entry.measure.facts.id] ?? EntryPast()
        var answered = fields
        if fields["right"] == "yes" {
            answered["right-about"] = EntryCheck(entry, past).doubtMark
        }
        let whole = entry.with(EntryContent(answered))
        try database.transaction {
            let rewrite = EntryRewrite(
                before: before, entry: whole, readiness: EntryCheck(whole, past).readiness,
                cause: cause)
            try database.keep([rewrite], by: officer.id, at: settings.now())
        }
    }

    /// Sends an entry in, approves it and publishes all of its round that is approved.
    func publish(
        _ id: Int64, _ fields: [String: String], by officer: TestMember,
        and lead: inout TestMember
    ) throws {
        try submit(id, fields, by: officer)
        try approve(id, by: lead)
        let path = ReturnLinks.publication(try entry(id).roundID)
        let answer = try lead.post(path, [:])
        guard answer.status == .seeOther else {
            throw FolderFailure(path: "not published: \(answer.status) \(try answer.text)")
        }
    }

    func approve(_ id: Int64, by lead: TestMember) throws {
        let database = try database()
        try database.transaction {
            try database.move([id], to: .approved, .approved, by: lead.id, at: settings.now())
        }
    }
}
