import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What must hold on every page that somebody can reach who has every role.
@Suite struct MembersPagesTests {
    private static let crawl = Result {
        let portal = try TestPortal()
        let anna = try portal.colleague("anna", .administrator)
        let hash = try PasswordHash("seven lanterns adrift", cost: 1, random: Randomness.bytes)
        try portal.database().run("UPDATE person SET password_hash = \(hash.text)")
        for role in [Role.auditor, .officer, .approver] {
            try portal.database().run(
                """
                INSERT INTO person_role (person_id, role, scope_kind, scope)
                VALUES (\(anna.id), \(role.rawValue), 'everything', '')
                """)
        }
        var browser = anna
        let typed = ["name": "Ben Okafor", "user_name": "ben", "email": "ben@example.org"]
        let made = try browser.post("/admin/people/new", typed)
        let shown = browser.get(made.location ?? "")
        guard shown.status == .ok else { throw TestMember.NoForm(description: "no link") }
        try portal.addPerson("carl", .officer, service: "Early help")
        return (portal, try Crawl(portal, token: anna.token))
    }

    private let portal: TestPortal
    private let pages: [CrawledPage]
    private let isPage: [CrawledPage]

    init() throws {
        let (portal, crawl) = try Self.crawl.get()
        self.portal = portal
        pages = Array(crawl.pages.values)
        isPage = pages.filter { $0.isPage && $0.status == .ok }
    }

    @Test func `every page that only some may open is reached`() {
        let reached = Set(pages.map(\.address))
        let wanted = [
            "/account", "/account/password", "/account/second-factor",
            "/account/second-factor/set-up", "/account/second-factor/codes", "/account/sessions",
            "/admin", "/admin/people", "/admin/people/new", "/admin/people/ben",
            "/admin/people/ben/edit", "/admin/people/ben/roles", "/admin/people/ben/state",
            "/admin/people/ben/reset", "/admin/permissions", "/audit", "/audit/export",
            "/measures/custody/withheld", "/returns", "/returns/calendar", "/uploads",
            "/uploads/new", "/approvals", "/rounds", "/rounds/new",
        ]
        #expect(wanted.filter { !reached.contains($0) } == [])
    }

    @Test func `every link leads to something, and every form to where it is taken`() throws {
        let router = TestPortal.routes.router
        let lost = pages.filter { page in
            if page.status == .ok || page.path == "/search" { return false }
            if case .found = router.match(.post, page.address) { return false }
            // Who is in is led on from the way in.
            return page.address != AccountLinks.signIn
        }
        #expect(lost.map(\.path).sorted() == [])
    }

    @Test func `every page is whole`() {
        #expect(pages.compactMap { page in page.fault.map { "\(page.path): \($0)" } } == [])
        for page in isPage {
            #expect(page.headings.count == 1, "\(page.path)")
            #expect(Set(page.ids).count == page.ids.count, "\(page.path)")
            #expect(page.references.subtracting(page.ids).sorted() == [], "\(page.path)")
            #expect(page.elements.isDisjoint(with: ["style", "iframe", "object"]))
            let banned = page.attributes.filter { $0 == "style" || $0.hasPrefix("on") }
            #expect(banned == [], "\(page.path)")
            #expect(page.address == "/" || page.crumbs.first == "/", "\(page.path)")
        }
    }

    @Test func `no two pages have one title`() {
        let titles = Dictionary(grouping: isPage.filter { $0.path == $0.address }, by: \.title)
        #expect(titles.values.filter { $0.count > 1 }.map { $0.map(\.path).sorted() } == [])
    }

    @Test func `no page is kept by anybody`() {
        for page in pages where page.isPage || page.isSheet {
            #expect(page.fields.contains("Cache-Control: no-store"), "\(page.path)")
        }
    }

    @Test func `no page asks more than a few statements besides who asks and what they owe`() {
        for page in pages {
            #expect(page.statements <= StatementCount.most + 2, "\(page.path)")
        }
    }

    @Test func `no page shows a number that was withheld, whoever asks`() {
        for page in pages where page.isPage || page.isSheet {
            guard !page.address.hasSuffix("/withheld"), !page.address.hasPrefix("/audit") else {
                continue
            }
            let shown = page.numbers.intersection(Harbourside.Secret.traces)
            #expect(shown == [], "\(page.path)")
        }
    }

    @Test func `nothing was logged while every page was read`() {
        #expect(portal.log.lines == [])
    }
}
