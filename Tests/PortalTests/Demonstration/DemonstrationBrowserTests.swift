import Scorecard
import Testing

@testable import Portal

/// The browser stands for everybody's: what it does must be what a browser does.
@Suite struct DemonstrationBrowserTests {
    private let portal: TestPortal

    init() throws { portal = try TestPortal { $0.requiresSecondFactor = false } }

    private func browser() throws -> DemonstrationBrowser {
        let member = try portal.member("anna", .administrator)
        return DemonstrationBrowser(
            site: member.site, token: try #require(member.token),
            clock: DemonstrationClock(portal.settings.today()))
    }

    private let person: [(name: String, text: String)] = [
        ("name", "Ben Okafor"), ("user_name", "ben"), ("email", "ben@example.org"),
    ]

    @Test func `a form that is filled in as asked is taken, and leads on`() throws {
        let browser = try browser()
        #expect(try browser.send(person, to: "/admin/people/new").hasPrefix("/admin/people/ben"))
        _ = try browser.open("/admin/people/ben")
    }

    @Test func `a form that is refused is told of in the page's own words`() throws {
        let fault = try #require(
            throws: DemonstrationFault.self
        ) {
            try browser().send([("name", "Ben")], to: "/admin/people/new")
        }
        #expect(fault.description.hasPrefix("/admin/people/new answers 422: There is a problem"))
        #expect(fault.description.contains("email"))
    }

    @Test func `a page that is not there, or that leads elsewhere, is a fault`() throws {
        let browser = try browser()
        let lost = #expect(throws: DemonstrationFault.self) { try browser.open("/nowhere") }
        #expect(lost?.description.hasPrefix("/nowhere answers 404: Page not found") == true)
        let closed = #expect(throws: DemonstrationFault.self) { try browser.open("/rounds") }
        #expect(closed?.description.contains("403") == true)
        #expect(throws: DemonstrationFault.self) { try browser.form(to: "/rounds", on: "/help") }
    }

    @Test func `nothing is done in no time`() throws {
        let browser = try browser()
        let before = browser.clock.now
        _ = try browser.open("/help")
        #expect(browser.clock.now > before)
    }
}
