import HTTPServer
import Testing

@testable import Portal

/// What every page says of itself to those who see a link to it.
@Suite struct FrameTests {
    @Test func `every page has one address, and those that show it otherwise name it`() throws {
        let pages = try Crawl.everywhere.filter(\.isPage)
        var wrong: [String] = []
        for page in pages {
            let path = String(page.path.prefix { $0 != "?" })
            let canonical = try Answer(page).page.all("link").first { $0["rel"] == "canonical" }
            if canonical?["href"] != path { wrong.append(page.path) }
        }
        #expect(wrong == [])
    }

    @Test func `every page has what a preview shows: title, sentence, place and kind`() throws {
        for page in try Crawl.everywhere.filter(\.isPage) {
            var facts: [String: String] = [:]
            for meta in try Answer(page).page.all("meta") {
                facts[meta["property"] ?? meta["name"] ?? ""] = meta["content"]
            }
            let title = try #require(facts["og:title"])
            #expect(page.title.hasPrefix(title + " – "), "\(page.path)")
            #expect(facts["og:description"] == facts["description"], "\(page.path)")
            #expect((facts["description"] ?? "").count > 20, "\(page.path)")
            #expect((facts["description"] ?? "").count < 600, "\(page.path)")
            #expect(facts["og:type"] == "website")
            #expect(facts["og:site_name"]?.contains("Children’s performance") == true)
            #expect(facts["og:url"]?.hasPrefix("/") == true)
        }
    }

    @Test func `where the portal is known, addresses are whole`() throws {
        let portal = try TestPortal { $0.origin = "https://performance.example.org" }
        let page = try portal.get("/measures?sort=name").page
        let canonical = page.all("link").first { $0["rel"] == "canonical" }
        #expect(canonical?["href"] == "https://performance.example.org/measures")
    }

    @Test func `an error has no address of its own`() throws {
        let page = try get("/nowhere").page
        #expect(!page.all("link").contains { $0["rel"] == "canonical" })
    }
}

extension Answer {
    /// A page of a crawl, to be read again.
    fileprivate init(_ page: CrawledPage) {
        var response = Response(.ok)
        response.body = Array(page.source.utf8)
        self.init(response)
    }
}
