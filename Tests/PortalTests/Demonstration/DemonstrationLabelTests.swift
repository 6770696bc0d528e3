import HTTPServer
import SQLite
import Spreadsheet
import Testing

@testable import Portal

/// Whoever sees anything of a demonstration sees that it is one.
@Suite struct DemonstrationLabelTests {
    /// One page of each route that somebody with every role comes to.
    private static let reached = Result {
        let portal = try demonstration()
        let member = try portal.member("anna", .officer, .approver, .administrator, .auditor)
        return (portal, try pages(of: portal, as: member))
    }

    private let portal: TestPortal
    private let pages: [String: CrawledPage]

    init() throws {
        (portal, pages) = try Self.reached.get()
    }

    private static func demonstration() throws -> TestPortal {
        let portal = try TestPortal { $0.requiresSecondFactor = false }
        try portal.database().becomeDemonstration("all of Harbourside is invented.")
        return try TestPortal(over: portal.folder, portal.settings)
    }

    private static func pages(
        of portal: TestPortal, as member: TestMember
    ) throws -> [String: CrawledPage] {
        var (pages, member, waiting) = ([String: CrawledPage](), member, ["/"])
        while let path = waiting.popLast() {
            let address = String(path.prefix { $0 != "#" })
            guard
                case .found(let route, _) = TestPortal.routes.router.match(
                    .get, String(address.prefix { $0 != "?" })), !address.contains("format="),
                pages[route.pattern] == nil
            else { continue }
            let answer = member.get(address)
            let page = CrawledPage(address, answer, statements: 0)
            guard page.status == .ok else { continue }
            pages[route.pattern] = page
            waiting += page.links.sorted()
        }
        return pages
    }

    private let words = "Demonstration: all of Harbourside is invented."

    @Test func `every page has the band`() {
        let drawn = pages.values.filter(\.isPage)
        #expect(drawn.count > 50)
        let bare = drawn.filter { !$0.source.contains("<strong>\(words)</strong>") }
        #expect(bare.map(\.path).sorted() == [])
    }

    @Test func `the way in has the band, and pages that tell of an error`() throws {
        for path in ["/sign-in", "/nowhere", "/measures/nothing"] {
            #expect(try portal.get(path).text.contains(words), "\(path)")
        }
        let kept = try portal.plan.errorResponse(.badRequest, true, #require(RequestID("7f3a")))
        #expect(String(decoding: kept.body, as: UTF8.self).contains(words))
    }

    @Test func `what those see who see a link begins with it`() throws {
        let metas = try portal.get("/measures").page.all("meta")
        for name in ["description", "og:description"] {
            let meta = try #require(metas.first { ($0["name"] ?? $0["property"]) == name })
            #expect(meta["content"]?.hasPrefix("Demonstration data. ") == true)
        }
    }

    @Test func `every row of every file says it`() throws {
        var paths = pages.values.compactMap { page in
            let file = PageFormat.sheet(.csv).address(of: page.path)
            return page.links.contains(file) ? file : nil
        }
        paths += DataSet.whole.map { "/data/\($0.name).csv" }
        #expect(paths.count > 12)
        var (member, rows) = (try TestMember(portal, person: 1), 0)
        for path in paths.sorted() {
            let response = member.get(path).response
            #expect(response.status == .ok, "\(path)")
            // The mark of UTF-8 stands before the name of the first column.
            var table = try CSVTable(
                Array(response.body.dropFirst(3)), required: ["demonstration"],
                allowsOthers: true)
            let texts = try table.all { row throws(SheetError) in row["demonstration"] ?? "" }
            rows += texts.count
            #expect(texts.allSatisfy { $0 == "Demonstration: partly invented" }, "\(path)")
        }
        #expect(rows > 100)
    }

    @Test func `a portal in use says nothing of it`() throws {
        for path in ["/", "/measures", "/sign-in", "/nowhere", "/data/targets.csv"] {
            #expect(try !get(path).source.contains("emonstration"), "\(path)")
        }
    }

    @Test func `reading everything anew leaves the band where it is`() throws {
        let portal = try Self.demonstration()
        try portal.plan.reload()
        #expect(try portal.get("/nowhere").text.contains(words))
    }
}
