import HTTPServer
import Testing

@testable import Portal

@Suite struct SearchRoutesTests {
    @Test(arguments: ["/search", "/search?q=", "/search?q=+%20%09", "/search?q=%00"])
    func `a search for nothing leads to all measures`(_ path: String) throws {
        let answer = try get(path)
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/measures")
    }

    @Test(arguments: [
        "\"", "\"\"", "*", "a*", "school OR", "NOT school", "school NEAR(x, 2)", "title:school",
        "^school", "{title} : x", "-school", "school + x", "(", ")", "'; DROP TABLE measure; --",
        "%", "_", "\\", "\u{0}x", "🙂", "👨‍👩‍👧‍👦 school", "\u{202E}loohcs", "\u{FFFD}", "。",
        "school\u{0301}", "ａｔｔｅｎｄ", "AND", "AND AND", "1", "((((", "x\" OR \"y",
        String(repeating: "a", count: 10_000), String(repeating: "a ", count: 5_000),
        String(repeating: "\"", count: 10_000), String(repeating: "é", count: 3_000),
    ])
    func `any text is a search`(_ text: String) throws {
        let portal = try TestPortal.harbourside.get()
        let answer = try portal.get(AddressQuery(path: "/search", [("q", text)]).text)
        #expect(answer.status == .ok)
        #expect(try answer.page.all("h1").count == 1)
        #expect(portal.log.lines == [])
    }

    @Test func `strings that break programs are searches too`() throws {
        let portal = try TestPortal.harbourside.get()
        let site = try portal.site()
        for text in NaughtyStrings.all {
            let path = AddressQuery(path: "/search", [("q", text)]).text
            let answer = Answer(site.respond(to: Request(.get, path)))
            if answer.status == .seeOther { continue }
            #expect(answer.status == .ok, "\(text)")
            #expect(throws: Never.self, "\(text)") { try answer.page }
        }
        #expect(portal.log.lines == [])
    }

    @Test(arguments: ["0", "-1", "x", "2", "99999", "99999999999999999999", ""])
    func `a page that there is not is told`(_ page: String) throws {
        let answer = try get("/search?q=school&page=\(page)")
        #expect(answer.status == .notFound)
        #expect(try answer.main.all("a").contains { $0["href"] == "/search?q=school" })
    }

    @Test(arguments: ["/", "/measures", "/help", "/nowhere", "/search?q=x"])
    func `every page has the search box, errors too`(_ path: String) throws {
        let form = try #require(try get(path).page.first(class: "find"))
        #expect(form["role"] == "search")
        #expect(form["action"] == "/search")
        #expect(form["method"] == "get")
        let box = try #require(form.first("input"))
        #expect(box["name"] == "q")
        #expect(form.first("label")?["for"] == box["id"])
    }
}
