import HTTPServer
import Scorecard
import Testing

@testable import Portal

@Suite struct ReturnHistoryRoutesTests {
    private var desk: ReturnDesk
    private var history: String { desk.path("history") }

    init() throws { desk = try ReturnDesk() }

    private func events(_ answer: Answer) throws -> [String] {
        try answer.main.first("ol")?.all("li").map(\.text) ?? []
    }

    @Test mutating func `nothing has happened yet`() throws {
        #expect(try desk.officer.get(history).main.text.contains("Nothing has happened yet."))
    }

    @Test mutating func `each change and step is told, the newest first`() throws {
        _ = try desk.type(desk.plans, ["n": "50", "d": "100", "figure": "final"])
        _ = try desk.type(desk.plans, ["n": "55", "figure": "provisional"])
        let told = try events(desk.officer.get(history))
        #expect(told.count == 3)
        #expect(told[0].hasPrefix("Typed : Plans in time, Q1 2026/27"))
        #expect(told[0].contains("Figure is Final became Provisional"))
        #expect(told[0].contains("Top number 50 became 55"))
        #expect(!told[0].contains("Bottom number"))
        #expect(told[1...].contains { $0.contains("Bottom number nothing became 100") })
        #expect(
            told.contains {
                $0.contains("Plans agreed with the family")
                    && $0.contains("typed at another measure")
            })
        try desk.move(desk.plans, to: .sentBack, .sentBack, "Count again.")
        // It happened at the beginning of time, before all the rest.
        #expect(
            try events(desk.officer.get(history)).last?.contains("Sent back : Plans in time")
                == true
        )
        #expect(try events(desk.officer.get(history)).last?.contains("Count again.") == true)
    }

    @Test mutating func `one measure's history is chosen`() throws {
        _ = try desk.type(desk.plans, ["n": "50"])
        _ = try desk.type(desk.calm, ["v": "5"])
        let page = desk.officer.get(history + "?measure=CALM")
        #expect(try events(page).count == 1)
        #expect(try page.main.text.contains("Show all measures"))
        #expect(try events(desk.officer.get(history + "?measure=")).count == 2)
        for text in ["NONE", "%00", "VISITS"] {
            #expect(desk.officer.get(history + "?measure=\(text)").status == .notFound)
        }
    }

    @Test mutating func `a long history has pages`() throws {
        for number in 1...51 { _ = try desk.type(desk.calm, ["v": "\(number)"]) }
        let first = desk.officer.get(history)
        #expect(try events(first).count == 50)
        #expect(try events(desk.officer.get(history + "?page=2")).count == 1)
        #expect(try first.page.first("title")?.text.contains("page 1 of 2") == true)
        for page in ["3", "0", "-1", "x", "01"] {
            #expect(desk.officer.get(history + "?page=\(page)").status == .notFound)
        }
    }

    @Test mutating func `officers and leads read what is theirs`() throws {
        _ = try desk.type(desk.plans, ["n": "50"])
        _ = try desk.type(desk.calm, ["v": "5"])
        var lea = desk.lead
        #expect(try events(lea.get(history)).count == 2)
        var eve = try desk.officer("eve", of: "CALM")
        let page = eve.get(history)
        #expect(try events(page).count == 1)
        #expect(
            try page.main.text.contains("What happened to figures that are not yours is not shown.")
        )
        #expect(eve.get(history + "?measure=PLANS").status == .notFound)
        let grant = Grant(role: .approver, scope: .measure("VISITS"))
        var noll = try TestMember(
            desk.portal, person: desk.portal.addPerson("noll", grants: [grant]))
        try desk.portal.addSecondFactor(to: noll.id)
        #expect(noll.get(history).status == .forbidden)
        var rita = try desk.portal.member("rita", .reader)
        #expect(rita.get(history).status == .forbidden)
    }
}
