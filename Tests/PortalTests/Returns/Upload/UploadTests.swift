import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

/// Uploads from being sent to being undone.
@Suite struct UploadTests {
    private static let rows = [
        ["PLANS", "2026-27-Q1", "", "70", "100", "", "Final"],
        ["MISSING", "2026-27-Q1", "", "", "", "12", "Final"],
        ["MISSING", "2026-27-Q1", "FSM", "", "", "4"],
    ]

    @Test func `nothing is saved before it is imported, and then all of it`() throws {
        let uploads = try UploadPortal()
        let page = try uploads.preview(UploadPortal.csv(Self.rows))
        #expect(try page.text.contains("Import 3 rows"))
        #expect(try uploads.content("PLANS").isEmpty)
        let upload = try uploads.last()
        let sent = try uploads.officer.post("/uploads/\(upload.id)", [:])
        #expect(sent.status == .seeOther)
        #expect(try uploads.last().state == .applying)
        let waiting = uploads.officer.get("/uploads/\(upload.id)")
        #expect(waiting.response.headers["Refresh"] == "1")
        uploads.runJobs()
        let done = uploads.officer.get("/uploads/\(upload.id)")
        #expect(done.response.headers["Refresh"] == nil)
        #expect(try done.text.contains("is imported"))
        #expect(
            try uploads.content("MISSING").fields == ["v": "12", "figure": "final", "v/FSM": "4"])
        #expect(try uploads.entry("PLANS").readiness == .ready)
        let database = try uploads.portal.database()
        #expect(
            try database.first(
                "SELECT count(*) FROM return_entry_version WHERE cause = 'uploaded'") == 2)
        #expect(
            try database.first(
                "SELECT count(*) FROM audit_entry WHERE action = 'took in a file of figures'") == 1)
        #expect(try database.first("SELECT file IS NULL FROM upload") == 1)
        #expect(uploads.portal.log.lines == [])
    }

    @Test func `refused rows must be left out knowingly`() throws {
        let uploads = try UploadPortal()
        _ = try uploads.preview(UploadPortal.csv(Self.rows + [["NONE", "2026-27-Q1"]]))
        let upload = try uploads.last()
        let path = "/uploads/\(upload.id)"
        let refused = try uploads.officer.post(path, [:])
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.text.contains("Fix the refused rows, or choose to leave them out"))
        #expect(try uploads.officer.post(path, ["leave_out": "yes"]).status == .seeOther)
        uploads.runJobs()
        #expect(try uploads.last().state == .applied)
        #expect(try uploads.content("PLANS")[.number(.numerator)] == "70")
    }

    @Test func `the same form twice is one upload`() throws {
        let uploads = try UploadPortal()
        let form = try uploads.officer.form(to: "/uploads/new", on: "/uploads/new")
        let file = UploadPortal.csv(Self.rows)
        let first = try uploads.send(file, fields: form)
        let second = try uploads.send(file, fields: form)
        #expect(first.response.headers["Location"] == second.response.headers["Location"])
        #expect(second.status == .seeOther)
        #expect(try uploads.send(file + [65], fields: form).status == .conflict)
        #expect(try uploads.portal.database().first("SELECT count(*) FROM upload") == 1)
    }

    @Test func `what others changed elsewhere is kept, and a clash brings the preview back`() throws
    {
        let uploads = try UploadPortal()
        _ = try uploads.preview(UploadPortal.csv(Self.rows))
        let upload = try uploads.last()
        let form = try uploads.officer.form(
            to: "/uploads/\(upload.id)", on: "/uploads/\(upload.id)")
        try uploads.change("MISSING", ["comment": "Theirs"])
        try uploads.change("PLANS", ["n": "55"])
        _ = uploads.officer.send("/uploads/\(upload.id)", form)
        uploads.runJobs()
        let again = try uploads.last()
        #expect(again.state == .previewed)
        #expect(again.previews == 2)
        #expect(again.problem?.contains("Plans in time") == true)
        #expect(try uploads.content("MISSING").fields == ["comment": "Theirs"])
        // The page that was seen before it was made anew imports nothing.
        var old = form
        old["submission_key"] = try uploads.officer.form(
            to: "/uploads/\(upload.id)", on: "/uploads/\(upload.id)")["submission_key"]
        #expect(uploads.officer.send("/uploads/\(upload.id)", old).status == .conflict)
        _ = try uploads.officer.post("/uploads/\(upload.id)", [:])
        uploads.runJobs()
        #expect(try uploads.content("PLANS")[.number(.numerator)] == "70")
        #expect(try uploads.content("MISSING")[.comment] == "Theirs")
    }

    @Test(arguments: [UploadState.reading, .applying, .undoing])
    func `a step that was cut off is begun anew`(state: UploadState) throws {
        let uploads = try UploadPortal()
        let database = try uploads.portal.database()
        if state == .undoing {
            let upload = try uploads.importRows(Self.rows)
            try database.run(
                "UPDATE upload SET state = 'undoing', undone_by = \(upload.person), done = 1")
        } else {
            _ = try uploads.preview(UploadPortal.csv(Self.rows))
            try database.run("UPDATE upload SET state = \(state), done = 1")
        }
        // As after a restart: nothing is known of what was under way.
        UploadJobs(uploads.portal.settings) { _ in }.run()
        let upload = try uploads.last()
        switch state {
        case .reading: #expect(upload.state == .previewed && upload.counts.new == 3)
        case .applying: #expect(upload.state == .applied)
        default: #expect(upload.state == .undone)
        }
        #expect(try uploads.content("PLANS").isEmpty == (state != .applying))
    }

    @Test func `undoing brings back what was, but for what was changed since`() throws {
        let uploads = try UploadPortal()
        try uploads.change("PLANS", ["n": "60", "d": "90"])
        let upload = try uploads.importRows(Self.rows)
        try uploads.change("PLANS", ["n": "71"])
        let path = "/uploads/\(upload.id)/undo"
        let page = uploads.officer.get(path)
        #expect(try page.text.contains("What stays, because it was changed after the import"))
        #expect(try page.text.contains("Top number"))
        #expect(try uploads.officer.post(path, [:]).status == .seeOther)
        uploads.runJobs()
        #expect(try uploads.last().state == .undone)
        #expect(try uploads.content("PLANS").fields == ["n": "71", "d": "90"])
        #expect(try uploads.entry("MISSING").content.isEmpty)
        #expect(try uploads.entry("MISSING").state == .notStarted)
        #expect(try uploads.officer.get(path).text.contains("nothing to undo"))
    }

    @Test func `what waits for approval is taken back, and what is approved cannot be undone`()
        throws
    {
        let uploads = try UploadPortal()
        let upload = try uploads.importRows(Self.rows)
        let database = try uploads.portal.database()
        let plans = try uploads.entry("PLANS").id
        try database.move([plans], to: .submitted, .submitted, by: uploads.officer.id, at: 1)
        let path = "/uploads/\(upload.id)/undo"
        #expect(try uploads.officer.get(path).text.contains("1 figure of it wait"))
        let form = try uploads.officer.form(to: path, on: path)
        try database.move([plans], to: .approved, .approved, by: uploads.officer.id, at: 1)
        #expect(uploads.officer.send(path, form).status == .conflict)
        #expect(try uploads.officer.get(path).text.contains("approved since"))
        #expect(try uploads.last().state == .applied)
    }

    @Test func `what is published is not opened again by undoing what a given-up revision brought`()
        throws
    {
        let uploads = try UploadPortal()
        let (portal, database) = (uploads.portal, try uploads.portal.database())
        var lead = try portal.member("lou", .approver)
        try portal.addSecondFactor(to: lead.id)
        let plans = try uploads.entry("PLANS").id
        let good = ["figure": "final", "n": "70", "d": "100"]
        try portal.publish(plans, good, by: uploads.officer, and: &lead)
        try database.transaction {
            try database.beginRevision(
                uploads.entry("PLANS"), .ready, reason: "Count again.", by: uploads.officer.id,
                at: 1)
        }
        try portal.type(plans, ["figure": "final", "n": "60", "d": "100"], by: uploads.officer)
        let upload = try uploads.importRows([["PLANS", "2026-27-Q1", "", "70", "100", "", ""]])
        #expect(upload.state == .applied)
        try database.transaction {
            try database.endRevision(
                of: uploads.entry("PLANS"), by: uploads.officer.id, at: 2)
        }
        _ = try uploads.officer.post("/uploads/\(upload.id)/undo", [:])
        uploads.runJobs()
        #expect(try uploads.entry("PLANS").state == .published)
        #expect(try uploads.entry("PLANS").content.fields == good)
        #expect(try uploads.last().state == .applied)
        #expect(try uploads.last().problem?.contains("published") == true)
    }

    @Test func `others do not see an upload, and leads do once it is imported`() throws {
        let uploads = try UploadPortal()
        _ = try uploads.preview(UploadPortal.csv(Self.rows))
        let path = "/uploads/\(try uploads.last().id)"
        var other = try uploads.portal.member("oda", .officer)
        var lead = try uploads.portal.member("lou", .approver)
        try uploads.portal.addSecondFactor(to: lead.id)
        var family = try TestMember(
            uploads.portal,
            person: uploads.portal.addPerson(
                "fil", grants: [Grant(role: .approver, scope: .service("Family service"))]))
        try uploads.portal.addSecondFactor(to: family.id)
        #expect(other.get(path).status == .notFound)
        #expect(lead.get(path).status == .notFound)
        _ = try uploads.officer.post(path, [:])
        uploads.runJobs()
        #expect(other.get(path).status == .notFound)
        #expect(lead.get(path).status == .ok)
        #expect(family.get(path).status == .notFound)
        #expect(try lead.get("/uploads").text.contains("figures.csv"))
        #expect(try !family.get("/uploads").text.contains("figures.csv"))
        #expect(other.get("/uploads/x").status == .notFound)
        #expect(other.get("/uploads/999999999999999999999").status == .notFound)
        var reader = try uploads.portal.member("rea", .reader)
        #expect(reader.get("/uploads").status == .notFound)
    }

    @Test func `a file is let go of, and imports nothing then`() throws {
        let uploads = try UploadPortal()
        _ = try uploads.preview(UploadPortal.csv(Self.rows))
        let path = "/uploads/\(try uploads.last().id)"
        let form = try uploads.officer.form(to: path, on: path)
        #expect(try uploads.officer.post(path + "/discard", [:]).status == .seeOther)
        #expect(try uploads.last().state == .discarded)
        _ = uploads.officer.send(path, form)
        uploads.runJobs()
        #expect(try uploads.content("PLANS").isEmpty)
        #expect(try uploads.officer.get(path).text.contains("is discarded"))
    }

    @Test(arguments: ["rows=x", "page=0", "page=99", "page=x", "rows=refused&page=2"])
    func `rows and pages that there are not are not found`(query: String) throws {
        let uploads = try UploadPortal()
        _ = try uploads.preview(UploadPortal.csv(Self.rows))
        let path = "/uploads/\(try uploads.last().id)"
        #expect(uploads.officer.get("\(path)?\(query)").status == .notFound)
        #expect(uploads.officer.get("\(path)?rows=new").status == .ok)
    }

    @Test func `who may no longer enter figures imports nothing`() throws {
        let uploads = try UploadPortal()
        _ = try uploads.preview(UploadPortal.csv(Self.rows))
        _ = try uploads.officer.post("/uploads/\(try uploads.last().id)", [:])
        try uploads.portal.database().run(
            "DELETE FROM person_role WHERE person_id = \(uploads.officer.id)")
        uploads.runJobs()
        #expect(try uploads.last().counts.refused == 3)
        #expect(try uploads.content("PLANS").isEmpty)
    }
}

extension UploadPortal {
    /// Changes an entry as somebody else would.
    func change(_ measure: String, _ fields: [String: String]) throws {
        let entry = try entry(measure)
        let content = entry.content.replacing(fields)
        let database = try portal.database()
        let rewrites = try database.rewrites(
            [(entry, content)], among: entries, cause: .typed)
        try database.transaction {
            try database.keep(rewrites, by: officer.id, at: portal.settings.now())
        }
    }
}
