import HTTPServer
import Testing

@testable import Portal

@Suite struct LegalPageTests {
    /// What a portal with these settings answers, over the figures of Harbourside.
    private func get(_ path: String, _ change: (inout Settings) -> Void) throws -> Answer {
        let portal = try TestPortal.harbourside.get()
        var settings = portal.settings
        change(&settings)
        let site = try portal.site(of: TestPortal.plan(settings))
        return Answer(site.respond(to: Request(.get, path, headers: ["Accept": "text/html"])))
    }

    private func known(_ settings: inout Settings) {
        settings.contact = Contact(
            team: "figures team", email: "figures@harbourside.example", phone: "(0161) 496 0000",
            address: "Town Hall, One Street")
    }

    @Test(arguments: ["/contact", "/accessibility", "/privacy"])
    func `whom to ask is named where it is known`(_ path: String) throws {
        let main = try get(path, known).main
        let links = main.all("a").compactMap { $0["href"] }
        #expect(links.contains("mailto:figures@harbourside.example"))
        #expect(links.contains("tel:01614960000"))
        #expect(main.text.contains("The figures team at Harbourside Council"))
        #expect(main.text.contains("Town Hall One Street"))
        #expect(!main.text.contains("has not been set"))
    }

    @Test(arguments: ["/contact", "/accessibility", "/privacy"])
    func `where nobody has said whom to ask, the page says so`(_ path: String) throws {
        let main = try PortalTests.get(path).main
        #expect(main.text.contains("The address of the performance team has not been set."))
        #expect(main.all("a").compactMap { $0["href"] }.allSatisfy { !$0.hasPrefix("mailto:") })
    }

    @Test func `a way that is not known is left out`() throws {
        let main = try get("/contact") { $0.contact.phone = "0161 496 0000" }.main
        #expect(main.all("dt").map(\.text) == ["Who answers", "Phone"])
    }

    @Test(arguments: [
        "How accessible this website is", "Feedback and contact information",
        "Enforcement procedure", "Technical information about this website’s accessibility",
        "Non-accessible content", "What we are doing to improve accessibility",
        "Preparation of this accessibility statement",
    ])
    func `the accessibility statement has the parts of the model`(_ heading: String) throws {
        let main = try PortalTests.get("/accessibility").main
        #expect(main.all("h2").map(\.text).contains(heading))
    }

    @Test func `the accessibility statement says what the law wants said`() throws {
        let text = try PortalTests.get("/accessibility").main.text
        for words in [
            "applies to the website “Children’s performance” of Harbourside Council",
            "Harbourside Council is committed to making its website accessible",
            "(No. 2) Accessibility Regulations 2018", "partially compliant",
            "version 2.2 AA standard", "Equality and Human Rights Commission (EHRC)",
            "Equality Advisory and Support Service (EASS)", "This statement was prepared on",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `no page but the way in sets a cookie, as the page on cookies says`() throws {
        let text = try PortalTests.get("/cookies").main.text
        #expect(text.contains("If you only read this website, it sets no cookies."))
        #expect(text.contains("\(KnownDevice.lifetime / 86_400) days"))
        for page in try Crawl.everywhere {
            let sets = page.fields.contains { $0.lowercased().hasPrefix("set-cookie") }
            #expect(sets == (page.path.prefix { $0 != "?" } == "/sign-in"), "\(page.path)")
        }
    }

    @Test func `the pages on cookies and privacy say when people are signed out`() throws {
        for path in ["/cookies", "/privacy"] {
            let text = try get(path) {
                $0.sessionLimits.idle = 1_200
                $0.sessionLimits.whole = 3_600
            }.main.text
            #expect(
                text.contains(
                    "after 20 minutes in which you do nothing, and after 1 hour whatever you do"))
        }
    }

    @Test func `the page on privacy tells who has to sign in`() throws {
        let open = try PortalTests.get("/privacy").main.text
        #expect(open.contains("You can read what is published here without telling us who you"))
        #expect(open.contains("You need no account to read published pages."))
        let closed = try get("/privacy") { $0.isPublic = false }.main.text
        #expect(closed.contains("This website is for people who work with Harbourside Family"))
        #expect(closed.contains("You need an account to read anything here"))
        #expect(!closed.contains("without telling us who you are"))
        #expect(!closed.contains("no account"))
    }

    @Test(arguments: [SessionCookie.name(isSecure: true), SessionCookie.name(isSecure: false)])
    func `the page on cookies names those that we set`(_ name: String) throws {
        #expect(try PortalTests.get("/cookies").main.all("code").map(\.text).contains(name))
    }

    @Test func `an error page leads to those who can help`() throws {
        let links = try PortalTests.get("/nowhere").main.all("a").compactMap { $0["href"] }
        #expect(links.contains("/contact"))
    }

    @Test func `an error without links names the ways to ask that are known`() throws {
        let portal = try TestPortal.harbourside.get()
        var settings = portal.settings
        known(&settings)
        let refusal = try SitePlan(settings).errorResponse(
            .serviceUnavailable, true, Request(.get, "/").id)
        #expect(
            try Answer(refusal).main.text.contains(
                "ask the figures team at Harbourside Council on (0161) 496 0000 or write to"))
    }

    @Test func `a logo stands for the name of the council`() throws {
        let named = try PortalTests.get("/help").page.first(class: "masthead__org")
        #expect(named?.text == "Harbourside Council")
        #expect(named?.first("img") == nil)
        let drawn = try get("/help") { $0.logo = "favicon.svg" }.page.first(class: "masthead__org")
        #expect(drawn?.first("img")?["alt"] == "Harbourside Council")
        #expect(drawn?.first("img")?["src"]?.hasPrefix("/favicon.") == true)
        #expect(drawn?.text == "")
    }
}
