import HTTPServer
import Testing

@testable import Portal

/// The page of a report that was written in the portal, and the list with those in work.
@Suite struct EditionPageTests {
    var desk: ReportDesk
    var portal: TestPortal { desk.portal }
    var path: String { "/reports/\(desk.slug)" }

    init() throws {
        desk = try ReportDesk(["title": "Mid-year", "meeting": "20 November 2025"])
    }

    @Test mutating func `before it is published only leads know of it`() throws {
        #expect(try portal.get(path).status == .notFound)
        let list = try portal.get("/reports").main
        #expect(list.element(id: "in-work") == nil)
        #expect(!list.text.contains("New report"))
        let page = try desk.lead.get(path).main
        #expect(page.text.contains("Only those who write reports see this page."))
        #expect(page.all("a").contains { $0["href"] == "\(path)/draft" })
        let work = try #require(try desk.lead.get("/reports").main.section("in-work"))
        #expect(work.text.contains("Mid-year") && work.text.contains("Draft"))
        #expect(work.all("a").contains { $0["href"] == "\(path)/draft" })
    }

    @Test mutating func `leads are told what to do next, and others nothing`() throws {
        try desk.submit()
        let own = try #require(try desk.lead.get("/reports").main.section("in-work"))
        #expect(own.text.contains("Someone else must approve it"))
        let other = try #require(try desk.approver.get("/reports").main.section("in-work"))
        #expect(other.all("a").contains { $0["href"] == "\(path)/approval" })
        var officer = try portal.member("olga", .officer)
        #expect(try officer.get("/reports").main.element(id: "in-work") == nil)
    }

    @Test mutating func `it leads to the file, and says by what to know it`() throws {
        let file = try desk.freeze()
        let print = try #require(ReportFingerprint(in: file))
        let main = try portal.get(path).main
        #expect(main.first(class: "btn")?["href"] == "\(path)/1.0")
        #expect(main.facts["Committee"] == "Harbour Committee")
        #expect(main.facts["Meeting"] == "20 November 2025")
        #expect(main.facts["Published on"] == "15 July 2026")
        #expect(main.facts["Fingerprint (SHA-256)"] == print.text)
        #expect(main.facts["File"]?.contains("KB)") == true)
        #expect(main.facts["Officers’ edition"] == nil)
        #expect(!main.text.contains("Second"))
        let own = try desk.lead.get(path).main
        #expect(own.facts["Published on"]?.contains("approved by Second") == true)
        #expect(own.facts["Officers’ edition"]?.contains("Version 1.0") == true)
        let links = own.all("a").compactMap { $0["href"] }
        #expect(links.contains("\(path)/correction") && links.contains("\(path)/1.0/withdrawal"))
    }

    @Test mutating func `versions stand under each other, the latest first`() throws {
        try desk.freeze()
        try desk.correct()
        #expect(try portal.get(path).main.all("h3").map(\.text) == ["Version 1.0"])
        try desk.freeze()
        try desk.withdraw("1.0")
        let main = try portal.get(path).main
        #expect(main.all("h3").map(\.text) == ["Version 1.1", "Version 1.0 Withdrawn"])
        // The one that corrects it is not withdrawn.
        #expect(main.first(class: "banner--keep") == nil)
        #expect(main.first(class: "btn")?["href"] == "\(path)/1.1")
        try desk.withdraw("1.1", because: "all of it was wrong")
        let after = try portal.get(path).main
        #expect(
            after.first(class: "banner--keep")?.text.contains("because all of it was wrong.")
                == true)
        #expect(after.first(class: "btn") == nil)
        #expect(try portal.get("/reports").main.text.contains("Mid-year Withdrawn"))
    }
}
