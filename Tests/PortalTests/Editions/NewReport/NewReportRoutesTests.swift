import HTTPServer
import Scorecard
import Testing

@testable import Portal

/// Beginning a report.
@Suite struct NewReportRoutesTests {
    let portal: TestPortal
    var lead: TestMember

    init() throws {
        portal = try TestPortal(today: "2026-11-21") { $0.requiresSecondFactor = false }
        lead = try portal.member("lead", .approver)
    }

    private let typed = ["portfolio": "Children", "kind": "mid-year", "start": "light"]

    @Test mutating func `the form offers what is usual after the latest quarter`() throws {
        let answer = lead.get("/reports/new")
        let form = try lead.form(to: "/reports/new", on: "/reports/new")
        #expect(form["portfolio"] == "Harbour")
        #expect(form["kind"] == "mid-year")
        #expect(form["start"] == "full")
        #expect(try answer.text.contains("As usual: Q2 2026/27 for a mid-year report"))
        #expect(
            try answer.main.all("option").prefix(4).compactMap { $0["value"] }
                == ["Harbour", "", "2026-27-Q2", "2026-27-Q1"])
    }

    @Test mutating func `a report is begun with its version, what it holds and the trail`() throws {
        let answer = try lead.post("/reports/new", typed)
        let slug = "children-mid-year-report-2026-27"
        #expect(answer.location == "/reports/\(slug)/draft?done=begun")
        let version = try #require(try portal.database().versions(ofEdition: slug).first)
        #expect(version.edition.quarter.description == "2026-27-Q2")
        #expect(version.content[.touch] == "light")
        #expect(version.content[.board] == "harbour-committee")
        #expect(version.revision == 1)
        let entry = try #require(try portal.trail(.editionBegun).first)
        #expect(entry.subject == "\(slug)/1.0")
        #expect(entry.after?.contains(#""portfolio":"Children""#) == true)
        #expect(lead.get(answer.location ?? "").status == .ok)
    }

    @Test mutating func `a form sent twice begins one report, and a second form another`() throws {
        let form = try lead.form(to: "/reports/new", on: "/reports/new")
            .merging(typed) { $1 }
        let first = lead.send("/reports/new", form)
        #expect(lead.send("/reports/new", form).location == first.location)
        #expect(try portal.database().editions().count == 1)
        let second = try lead.post("/reports/new", typed)
        #expect(second.location == "/reports/children-mid-year-report-2026-27-2/draft?done=begun")
    }

    @Test mutating func `the last edition lends its choices and not its words`() throws {
        _ = try lead.post("/reports/new", typed)
        let path = "/reports/children-mid-year-report-2026-27/draft"
        _ = try lead.post(path + "/about", ["report-of": "Director", "title": "Own"])
        _ = try lead.post(path + "/words", ["overview": "Words"])
        let answer = try lead.post(
            "/reports/new",
            ["portfolio": "children", "kind": "other", "kind-title": "Café PPRR", "start": "last"])
        #expect(answer.location == "/reports/children-caf-pprr-2026-27/draft?done=begun")
        let version = try #require(
            try portal.database().versions(ofEdition: "children-caf-pprr-2026-27").first)
        #expect(version.edition.portfolio == "Children")
        #expect(version.edition.kindTitle == "Café PPRR")
        #expect(version.content[.reportOf] == "Director")
        #expect(version.content[.touch] == "light")
        #expect(version.content[.title].isEmpty)
        #expect(version.content[.overview].isEmpty)
        #expect(try lead.get("/reports/new").main.all("a").contains { $0["href"] == path })
    }

    @Test mutating func `nonsense is told, and kept`() throws {
        let answer = try lead.post(
            "/reports/new",
            [
                "portfolio": String(repeating: "x", count: 101), "kind": "other",
                "kind-title": "\u{1}\u{7f} ", "quarter": "2026-27-Q3", "start": "last",
            ])
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.faults() == [
                "Portfolio must be 100 characters or fewer. It has 101",
                "Enter what the partnership calls the report",
                "Choose a quarter that is over",
                "There is no earlier report on this portfolio. Choose a full report or light touch",
            ])
        #expect(try answer.page.first("title")?.text.hasPrefix("Error: New report") == true)
        let field = try answer.main.all("input").first { $0["name"] == "portfolio" }
        #expect(field?["value"]?.count == 101)
        let empty = try lead.post(
            "/reports/new", ["portfolio": " ", "kind": "none", "start": "none"])
        #expect(
            try empty.faults() == [
                "Enter the portfolio that the report is on", "Choose which report it is",
                "Choose what to start from",
            ])
        #expect(try portal.database().editions().isEmpty)
    }
}
