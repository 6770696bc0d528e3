import HTTPServer
import SQLite
import Testing

@testable import Portal

/// The whole way of a form whose session ends while it is filled in.
@Suite struct HeldSubmissionJourneyTests {
    private static let page = "/admin/people/new"
    private static let typed = ["name": "Zoë Quill", "email": "zoe.quill@example.org"]

    private let moment = TestMoment()
    private let portal: TestPortal

    init() throws {
        portal = try TestPortal { [moment] in
            $0.now = moment.now
            $0.requiresSecondFactor = false
        }
    }

    /// What the fields of the page's own form hold.
    private func values(_ answer: Answer) throws -> [String: String] {
        try answer.main.all("form").first { $0["method"] == "post" }?.fields ?? [:]
    }

    /// Fills in the form, lets the session end and sends it; where that leads to.
    private func sendLate(_ member: inout TestMember) throws -> String {
        let form = try member.form(to: Self.page, on: Self.page).merging(Self.typed) { $1 }
        moment.pass(3_600)
        let answer = member.send(Self.page, form)
        #expect(answer.status == .seeOther)
        let location = Request(.get, answer.response.headers["Location"] ?? "")
        #expect(location.path == AccountLinks.signIn)
        return location.query["next"] ?? ""
    }

    @Test func `who signs in again is back at the form with what was typed, and nothing is saved`()
        throws
    {
        var before = try portal.member("anna", .administrator)
        let next = try sendLate(&before)
        var after = try TestMember(portal, person: before.id)
        let answer = after.get(next)
        #expect(answer.status == .ok)
        for (name, text) in Self.typed { #expect(try values(answer)[name] == text) }
        #expect(try answer.text.contains("We kept what you had just sent. Check it and save."))
        #expect(
            try portal.database().first(
                "SELECT count(*) FROM person WHERE email = \(Self.typed["email"])") == 0)
    }

    @Test func `the form that is drawn again can be sent`() throws {
        var before = try portal.member("anna", .administrator)
        let next = try sendLate(&before)
        var after = try TestMember(portal, person: before.id)
        let old = try values(after.get(Self.page))
        let form = try values(after.get(next))
        #expect(form[FormToken.field] != nil && form[FormToken.field] != old[FormToken.field])
        #expect(after.send(Self.page, form).status != .forbidden)
    }

    @Test func `another administrator gets an empty form`() throws {
        var before = try portal.member("anna", .administrator)
        let next = try sendLate(&before)
        var other = try portal.member("bert", .administrator)
        let answer = other.get(next)
        #expect(answer.status == .ok)
        for (name, text) in Self.typed { #expect(try values(answer)[name] != text) }
        #expect(try answer.text.contains("is no longer kept"))
    }
}
