import HTTPServer
import Testing

@testable import Portal

@Suite struct MeasureListPageTests {
    /// The measures that a list shows, in order.
    private func names(_ path: String) throws -> [String] {
        try get(path).rows().compactMap { $0.element.first("a")?.text }
    }

    @Test func `every measure stands under its letter, with its figure and status`() throws {
        let main = try get("/measures").main
        #expect(main.text.contains("15 measures"))
        let letters = main.all("tr").filter { $0.classes.contains("grp") }.map(\.text)
        #expect(letters == ["B", "D", "F", "J", "M", "N", "R", "S", "V", "Y"])
        #expect(
            main.all("tr").map(\.text).filter { $0.hasPrefix("Fam") } == [
                "Families heard Start Well Latest No figure yet Status Awaiting data Change –",
                "Family centres Schools Latest 8 2025/26 Status Off target Change "
                    + "−1 worse since 2024/25",
            ])
        #expect(try get("/measures").row("custody")?.latest.hasPrefix("[c]") == true)
    }

    @Test func `the letters lead to where their measures begin, on whichever page`() throws {
        let portal = try TestPortal.real.get()
        let links = try portal.get("/measures").main.first(class: "letters")?.all("a") ?? []
        #expect(links.first?["href"] == "#letter-a")
        #expect(links.last?["href"]?.hasPrefix("/measures?page=3#letter-") == true)
        for link in links {
            let href = try #require(link["href"])
            let parts = href.split(separator: "#", omittingEmptySubsequences: false)
            let page = try portal.get(parts[0].isEmpty ? "/measures" : String(parts[0]))
            #expect(try page.main.element(id: String(parts[1]))?.text == link.text)
        }
    }

    @Test func `a list of many measures has pages of fifty, named in their titles`() throws {
        let portal = try TestPortal.real.get()
        let count = try portal.database().everyMeasure().count
        let pages = (count + 49) / 50
        var names: [String] = []
        for number in 1...pages {
            let answer = try portal.get("/measures?page=\(number)")
            let title = try answer.page.first("title")?.text ?? ""
            #expect(title.hasPrefix("Measures, page \(number) of \(pages) – "))
            names += try answer.rows().map(\.measure)
        }
        #expect(names.count == count)
        #expect(Set(names).count == count)
    }

    @Test(arguments: [
        ("?strategy=first-steps", ["Moves in care"]),
        ("?scorecard=goal-2", ["Families heard", "Joy at play", "Voice of the child"]),
        ("?kind=derived", []),
        ("?status=off", ["Family centres", "Moves in care"]),
        ("?status=suppressed", ["Young people in custody"]),
        ("?q=att", ["School attendance"]),
        ("?q=LAC", ["Moves in care"]),
        ("?q=family", ["Families heard", "Family centres"]),
        ("?q=suspend", ["Suspensions"]),
        ("?q=%F0%9F%99%82", []),
        ("?status=off&strategy=schools&q=moves&sort=change", ["Moves in care"]),
        ("?board=early-years-board&status=on", ["School attendance"]),
    ])
    func `only what was asked for is listed`(query: String, names: [String]) throws {
        let answer = try get("/measures\(query)")
        #expect(answer.status == .ok)
        #expect(try self.names("/measures\(query)").sorted() == names.sorted())
        #expect(try answer.text.contains("No measures match.") == names.isEmpty)
        #expect(
            try answer.main.all("a").contains {
                $0["href"] == "/measures" && $0.text.contains("Clear")
            })
        #expect(try answer.main.first(class: "letters") == nil)
    }

    @Test func `not judged are all that no target is held against`() throws {
        let judged = try ["off", "close", "on"].flatMap { try names("/measures?status=\($0)") }
        let others = try names("/measures?status=none")
        #expect(judged.count + others.count == 15)
        #expect(Set(judged).isDisjoint(with: others))
    }

    @Test
    func `the worst come first in the order of statuses, and what got worse in that of changes`()
        throws
    {
        #expect(try get("/measures?sort=status").rows().first?.status == "Off target")
        #expect(try get("/measures?sort=change").rows().first?.change.contains("worse") == true)
        let header = try get("/measures?sort=status").main.all("th").first {
            $0["aria-sort"] != nil
        }
        #expect(header?.text.hasPrefix("Status") == true)
    }

    @Test(arguments: [
        "?strategy=x", "?scorecard=x", "?board=x", "?frequency=x", "?kind=x", "?status=x",
        "?sort=x", "?page=0", "?page=x", "?page=2", "?page=99999999999999999999",
        "?strategy=schools%00",
    ])
    func `what there is not is told, with what there is`(_ query: String) throws {
        let answer = try get("/measures\(query)")
        #expect(answer.status == .notFound)
        let choices = try answer.main.element(id: "choices")
        #expect(choices != nil)
        for link in try answer.main.all("a") where link["href"]?.hasPrefix("/measures?") == true {
            #expect(try get(link["href"] ?? "").status == .ok)
        }
    }

    @Test func `a filter is kept from page to page and in the order of another column`() throws {
        let portal = try TestPortal.real.get()
        let main = try portal.get("/measures?status=none&strategy=&sort=status").main
        let next = main.first(class: "pages")?.all("a").last?["href"]
        #expect(next == "/measures?status=none&sort=status&page=2")
        let sorted = main.first("thead")?.all("a").compactMap { $0["href"] }
        #expect(sorted?.last == "/measures?status=none&sort=change")
        #expect(main.all("option").contains { $0["value"] == "none" && $0["selected"] != nil })
    }

    @Test func `the file has all rows that the filters leave, whatever the page`() throws {
        let portal = try TestPortal.real.get()
        let count = try portal.database().everyMeasure().count
        let lines = try portal.get("/measures?page=2&format=csv").source.split(separator: "\r\n")
        #expect(lines.count == count + 1)
        let one = try get("/measures?q=custody&format=csv").source.split(separator: "\r\n")
        #expect(one.count == 2)
        #expect(one.last?.contains(",[c],") == true)
    }

    @Test func `a list without measures says so`() throws {
        let portal = try TestPortal(.empty)
        #expect(try portal.get("/measures").text.contains("No measures have been added yet."))
    }
}
