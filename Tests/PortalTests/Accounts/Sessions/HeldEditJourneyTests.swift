import HTTPServer
import SQLite
import Testing

@testable import Portal

/// The whole way of an administrator’s edit of a person whose session ends with a change of roles.
@Suite struct HeldEditJourneyTests {
    private static let page = "/admin/people/ben/edit"
    private static let typed = "Benedict Okafor"

    private let accounts: AccountPortal
    private let anna: TestMember

    init() throws {
        accounts = try AccountPortal()
        anna = try accounts.member("anna", .administrator)
        try accounts.addFactor(anna.id)
        try accounts.portal.addPerson("ben", service: "Early help")
    }

    /// Half an edit, which is sent when another administrator has changed the editor’s roles;
    /// what is answered.
    private func sendEdit(after change: (TestMember) throws -> Void) throws -> Answer {
        var browser = anna
        let form = try browser.form(to: Self.page, on: Self.page)
        try change(accounts.member("zoe", .administrator))
        return browser.send(Self.page, form.merging(["name": Self.typed]) { $1 })
    }

    private func changeRoles(_ zoe: TestMember) throws {
        try accounts.addFactor(zoe.id)
        var zoe = zoe
        let roles = ["administrator": "everything", "auditor": "everything", "reason": "audit"]
        #expect(try zoe.post("/admin/people/anna/roles", roles).status == .seeOther)
        #expect(try accounts.ends(anna.id) == ["roles-changed"])
    }

    /// Where an edit leads that is sent after a change of roles.
    private func sendLate() throws -> String {
        let answer = try sendEdit(after: changeRoles)
        let location = Request(.get, answer.location ?? "")
        #expect(location.path == AccountLinks.signIn)
        let next = location.query["next"] ?? ""
        #expect(next.hasPrefix(Self.page + "?held="))
        return next
    }

    private func count(_ name: String) throws -> Int {
        try accounts.number("SELECT count(*) FROM person WHERE name = \(name)")
    }

    private func held() throws -> Int { try accounts.number("SELECT count(*) FROM held_form") }

    @Test func `who signs in again with a code is back at the edit, and saving it lets go of it`()
        throws
    {
        let next = try sendLate()
        #expect(try count(Self.typed) == 0)
        var browser = try TestMember(visitor: accounts.portal)
        let password = ["name": "anna", "password": AccountPortal.password]
        let way = AccountLinks.signIn(backTo: next)
        let half = try browser.post(AccountLinks.signIn, password, on: way)
        let code = try #require(half.location)
        let whole = try browser.post(
            AccountLinks.code, ["code": accounts.code()], on: code)
        #expect(whole.location == next)
        let answer = browser.get(next)
        let form = try #require(try answer.main.first("form")).fields
        #expect(form["name"] == Self.typed)
        #expect(form["service"] == "Early help")
        #expect(
            try answer.text.contains("Your session had ended. We kept what you had just sent."))
        #expect(try held() == 1)
        #expect(browser.send(Self.page, form).status == .seeOther)
        #expect(try count(Self.typed) == 1)
        #expect(try held() == 0)
    }

    @Test func `after 31 minutes it is gone`() throws {
        let next = try sendLate()
        accounts.clock.pass(31 * 60)
        var browser = try accounts.browser(of: anna)
        let answer = browser.get(next)
        #expect(try answer.main.first("form")?.fields["name"] == "Ben")
        #expect(try answer.text.contains("What you sent before you signed in is no longer kept."))
    }

    @Test func `another administrator gets the edit as it was`() throws {
        let next = try sendLate()
        var carl = try accounts.member("carl", .administrator)
        try accounts.addFactor(carl.id)
        let answer = carl.get(next)
        #expect(answer.status == .ok)
        #expect(try answer.main.first("form")?.fields["name"] == "Ben")
        #expect(!answer.source.contains(Self.typed))
    }

    @Test func `of an administrator who was disabled it is not kept`() throws {
        let answer = try sendEdit { zoe in
            try accounts.addFactor(zoe.id)
            var zoe = zoe
            let typed = ["reason": "left", "state": "disabled"]
            #expect(try zoe.post("/admin/people/anna/state", typed).status == .seeOther)
        }
        #expect(answer.location == AccountLinks.signIn(backTo: Self.page))
        #expect(try held() == 0)
        #expect(try count(Self.typed) == 0)
    }
}
