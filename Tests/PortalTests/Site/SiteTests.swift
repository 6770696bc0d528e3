import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What must hold on every page that can be reached, of Harbourside and of the real portal.
@Suite struct SiteTests {
    private let pages: [CrawledPage]
    private let isPage: [CrawledPage]

    init() throws {
        pages = try Crawl.everywhere
        isPage = pages.filter(\.isPage)
    }

    @Test func `every link of every page leads to something`() {
        // A search for nothing leads on to all measures.
        let lost = pages.filter { $0.status != .ok && $0.path != "/search" }.map(\.path)
        #expect(lost == [])
    }

    @Test func `the real portal is reached as a whole`() throws {
        let reached = Set(try Crawl.real.get().pages.keys)
        let portal = try TestPortal.real.get()
        let database = try portal.database()
        var wanted = [
            "/", "/attention", "/changes", "/inequality", "/scorecards", "/measures",
            "/strategies", "/boards", "/voice", "/voice/you-said-we-will", "/reports", "/data",
            "/help", "/help/how-we-rate", "/help/charts", "/help/glossary", "/accessibility",
            "/cookies", "/privacy", "/contact",
        ]
        for (table, place, ends) in [
            ("measure", "/measures/", ["", "/history"]),
            ("scorecard", "/scorecards/", ["", "/grid", "/compare", "/inequality"]),
            ("strategy", "/strategies/", ["", "/infographic"]), ("board", "/boards/", [""]),
            ("board", "/scorecards/boards/", [""]), ("theme", "/scorecards/themes/", [""]),
            ("statement", "/voice/", [""]),
        ] as [(SQL, String, [String])] {
            for slug in try database.slugs(of: table) { wanted += ends.map { place + slug + $0 } }
        }
        wanted += try database.slugs(
            of: """
                (SELECT 'strategies/' || strategy.slug || '/' || objective.slug AS slug
                 FROM objective JOIN strategy ON strategy.id = objective.strategy_id)
                """
        ).map { "/" + $0 }
        wanted += ["portal.css", "brand.css", "favicon.svg"].map(
            portal.plan.content.current.publicFiles.link)
        let missing = wanted.filter { !reached.contains($0) }
        #expect(missing == [])
        #expect(wanted.count > 500)
    }

    @Test func `a link to a part of another page finds it there`() throws {
        for crawl in [try Crawl.harbourside.get(), try Crawl.real.get()] {
            var lost: Set<String> = []
            for link in crawl.pages.values.flatMap(\.links) {
                let parts = link.split(separator: "#")
                guard parts.count == 2, let other = crawl.pages[String(parts[0])] else { continue }
                if !other.ids.contains(String(parts[1])) { lost.insert(link) }
            }
            #expect(lost == [])
        }
    }

    @Test func `every page is well formed`() {
        #expect(pages.compactMap { page in page.fault.map { "\(page.path): \($0)" } } == [])
    }

    @Test func `no id is there twice`() {
        for page in isPage {
            let twice = Dictionary(grouping: page.ids) { $0 }.filter { $0.value.count > 1 }.keys
            #expect(twice.sorted() == [], "\(page.path)")
        }
    }

    @Test func `everything that is named on a page is there`() {
        for page in isPage {
            #expect(page.references.subtracting(page.ids).sorted() == [], "\(page.path)")
        }
    }

    @Test func `no page has a style, a script or a handler in it`() {
        for page in isPage {
            #expect(page.elements.isDisjoint(with: ["style", "iframe", "object"]))
            // The way in is the only place for strangers where a page has a script: a file.
            if !page.path.hasPrefix(AccountLinks.signIn) {
                #expect(!page.elements.contains("script"), "\(page.path)")
            }
            let banned = page.attributes.filter { $0 == "style" || $0.hasPrefix("on") }
            #expect(banned == [], "\(page.path)")
        }
    }

    @Test func `every page has one main heading, and a title that begins with what it is`() {
        for page in isPage {
            #expect(page.headings.count == 1, "\(page.path)")
            #expect(page.title.contains(" – Children’s performance – "), "\(page.path)")
        }
    }

    @Test func `every page but the first has a way back that begins at home`() {
        for page in isPage where page.address != "/" {
            #expect(page.crumbs.first == "/", "\(page.path)")
            #expect(!page.crumbs.contains(page.address), "\(page.path)")
        }
    }

    @Test func `no two pages of a portal have one title`() throws {
        for crawl in [try Crawl.harbourside.get(), try Crawl.real.get()] {
            let pages = crawl.pages.values.filter { $0.isPage && $0.path == $0.address }
            let titles = Dictionary(grouping: pages, by: \.title)
            let twice = titles.values.filter { $0.count > 1 }.map { $0.map(\.path).sorted() }
            #expect(twice == [])
        }
    }

    @Test func `no page shows a number that was withheld`() throws {
        for page in try Crawl.harbourside.get().pages.values where page.isPage || page.isSheet {
            let shown = page.numbers.intersection(Harbourside.Secret.traces)
            #expect(shown == [], "\(page.path)")
            for secret in [Harbourside.Secret.custody, Harbourside.Secret.girls] {
                #expect(!page.source.contains(secret), "\(page.path)")
            }
        }
    }

    @Test func `nothing was logged while every page was read`() throws {
        _ = try (Crawl.harbourside.get(), Crawl.real.get())
        #expect(try TestPortal.harbourside.get().log.lines == [])
        #expect(try TestPortal.real.get().log.lines == [])
    }

    @Test(arguments: [
        ("/portal.css", "text/css; charset=utf-8"), ("/favicon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ])
    func `public files are served as what they are`(path: String, type: String) throws {
        let answer = try get(path)
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Content-Type"] == type)
        #expect(!answer.response.body.isEmpty)
    }

    @Test(arguments: [
        "/../Package.swift", "/%2e%2e/Package.swift", "/..%2fPackage.swift", "/.ci/run",
        "/Package.swift", "/Resources/README.md", "/portal.css/", "//portal.css", "/scorecards/",
        "/measures/", "/measures/custody/", "/scorecards/%00", "/strategies/start-well/x",
    ])
    func `what is not public is not found`(_ path: String) throws {
        #expect(try get(path).status == .notFound)
    }

    @Test(arguments: ["portal.css", "brand.css", "favicon.svg"])
    func `a page links to a file by an address that may be kept for ever`(_ name: String) throws {
        let address = try TestPortal.harbourside.get().plan.content.current.publicFiles.link(
            to: name)
        #expect(try get("/help").page.all("link").compactMap { $0["href"] }.contains(address))
        let (marked, plain) = try (get(address), get("/" + name))
        let field = "Cache-Control"
        #expect(marked.response.headers[field] == "public, max-age=31536000, immutable")
        #expect(plain.response.headers[field] == "public, max-age=3600")
        #expect(marked.source == plain.source)
        let parts = address.split(separator: ".")
        #expect(try get("\(parts[0]).000000000000.\(parts[2])").status == .notFound)
        #expect(
            try TestPortal.harbourside.get().ask(Request(.put, address)).status == .methodNotAllowed
        )
    }

    @Test func `a page is read anew when a file was loaded`() throws {
        let portal = try TestPortal()
        let site = try portal.site()
        let before = site.respond(to: Request(.get, "/measures/births"))
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("title", "Births at home", line: 16)
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
        let after = site.respond(to: Request(.get, "/measures/births"))
        #expect(try Answer(before).main.first("h1")?.text == "Births")
        #expect(try Answer(after).main.first("h1")?.text == "Births at home")
    }
}

extension Database {
    /// The slugs of all rows.
    fileprivate func slugs(of rows: SQL) throws(SQLError) -> [String] {
        try all("SELECT slug FROM \(rows)") { row throws(SQLError) in try row("slug") }
    }
}
