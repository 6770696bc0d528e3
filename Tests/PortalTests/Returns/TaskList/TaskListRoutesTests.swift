import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct TaskListRoutesTests {
    var desk: ReturnsDesk

    init() throws {
        desk = try ReturnsDesk()
    }

    private func groups(_ main: Element) -> [String: [String]] {
        var groups: [String: [String]] = [:]
        for section in main.all("section") where section["aria-labelledby"] != "figures" {
            let rows = section.first("tbody")?.all("tr") ?? []
            groups[section.first("h2")?.text ?? ""] = rows.compactMap { $0.first("a")?.text }
        }
        return groups
    }

    @Test mutating func `returns stand where something is to be done about them`() throws {
        var main = try desk.olga.get("/returns").main
        #expect(groups(main) == ["Due now": ["Family service", "Schools"]])
        try desk.move([desk.visits], to: .submitted, .submitted)
        try desk.move([desk.plans], to: .sentBack, .sentBack)
        main = try desk.olga.get("/returns").main
        #expect(
            groups(main) == [
                "Sent back": ["Schools"],
                "Waiting for approval": ["Family service"],
            ])
        #expect(main.text.contains("Plans in time : Look again at May."))
        try desk.move(desk.entries, to: .published, .published)
        main = try desk.olga.get("/returns").main
        #expect(groups(main)["Done this year"]?.count == 2)
        #expect(main.text.contains("No returns are due."))
    }

    @Test mutating func `what is late is told, and how much is ready`() throws {
        try desk.portal.database().run(
            "UPDATE return_entry SET due_on = \(Day(year: 2026, month: 7, day: 1)) WHERE id = \(desk.calm.id)"
        )
        _ = try desk.olga.post(
            desk.path, [desk.calm.name(.value): "3", desk.calm.name(.figure): "final"])
        let main = try desk.olga.get("/returns").main
        #expect(groups(main)["Due now"]?.first == "Schools")
        #expect(main.text.contains("1 July 2026, 14 days late"))
        #expect(main.text.contains("Overdue"))
        #expect(main.text.contains("1 of 4 measures ready"))
    }

    @Test mutating func `each figure of a return is told with the status it would have`() throws {
        _ = try desk.olga.post(
            desk.path,
            [
                desk.plans.name(.numerator): "20", desk.plans.name(.denominator): "100",
                desk.plans.name(.figure): "final",
            ])
        let section = try desk.olga.get("/returns?return=\(desk.plans.returnID)").main
            .section("figures")
        let row = section?.all("tr").first { $0.text.contains("Plans in time") }
        #expect(row?.text.contains("20.0%") == true)
        #expect(row?.text.contains("Off target") == true)
        #expect(row?.text.contains("60.0%") == true)
    }

    @Test func `an officer without a return is told that none is due`() throws {
        var ann = try TestMember(
            desk.portal,
            person: desk.portal.addPerson(
                "ann", grants: [Grant(role: .officer, scope: .measure("HEARD"))]))
        let page = try ann.get("/returns").page
        #expect(page.first("main")?.text.contains("No returns are due.") == true)
        #expect(page.first(class: "count") == nil)
    }

    @Test mutating func `the navigation counts what is due to officers, and to nobody else`() throws
    {
        #expect(try desk.olga.get("/help").page.first(class: "count")?.text == "2 due")
        var reader = try desk.portal.member("rita", .reader)
        #expect(!reader.get("/help").source.contains("href=\"/returns\""))
        #expect(try !desk.portal.get("/").source.contains("/returns"))
        var lead = desk.lead
        try desk.portal.addSecondFactor(to: lead.id)
        let tools = try lead.get("/help").page.first(class: "masthead__you")?.text ?? ""
        #expect(tools.contains("Approvals Rounds"))
        #expect(lead.get("/returns").status == .forbidden)
    }

    @Test mutating func `the first page tells an officer what is due`() throws {
        let aside = try desk.olga.get("/").main.all("aside").first {
            $0["aria-labelledby"] == "yours"
        }
        #expect(aside?.text.contains("Schools Not started Due 14 August 2026") == true)
        #expect(aside?.text.contains("0 of 4 measures ready") == true)
    }

    @Test mutating func `what was sent back comes first on the first page`() throws {
        try desk.move([desk.plans], to: .sentBack, .sentBack)
        let aside = try desk.olga.get("/").main.all("aside").first {
            $0["aria-labelledby"] == "yours"
        }
        #expect(
            try #require(aside).all("li").map { $0.first("a")?.text } == [
                "Schools", "Family service",
            ])
    }

    @Test mutating func `who has due dates finds the calendar beside their account`() throws {
        #expect(desk.olga.get("/account").source.contains("href=\"/returns/calendar\""))
        var reader = try desk.portal.member("rita", .reader)
        #expect(!reader.get("/account").source.contains("/returns/calendar"))
    }

    @Test mutating func `a round that is still to open is told and not due`() throws {
        try desk.portal.database().run(
            "UPDATE collection_round SET opens_on = \(Day(year: 2026, month: 8, day: 1))")
        let main = try desk.olga.get("/returns").main
        #expect(groups(main) == [:])
        #expect(main.text.contains("open on 1 August 2026."))
        #expect(desk.olga.get(desk.path).status == .ok)
    }
}
