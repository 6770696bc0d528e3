import HTTPServer
import Testing

@testable import Portal

/// The step about the report.
@Suite struct AboutRoutesTests {
    var desk: ReportDesk
    private var path: String { EditionLinks.step(.about, desk.slug) }

    init() throws { desk = try ReportDesk() }

    @Test mutating func `boards that receive such reports come first`() throws {
        let select = try desk.lead.get(path).main.first("select")
        #expect(
            select?.all("option").map { $0["value"] ?? "" }.prefix(2) == ["", "harbour-committee"])
        #expect(try desk.lead.form(to: path, on: path)["board"] == "harbour-committee")
    }

    @Test mutating func `a day is kept as the portal writes it`() throws {
        let answer = try desk.lead.post(
            path,
            ["meeting": "2026-09-10", "title": " Our\r\nreport\u{7} ", "report-of": "Director"])
        #expect(answer.status == .seeOther)
        let form = try desk.lead.form(to: path, on: path)
        #expect(form["meeting"] == "10 September 2026")
        #expect(form["title"] == "Our report")
        #expect(try desk.lead.get(path).text.contains("Our report, version 1.0"))
    }

    @Test mutating func `what cannot be read comes back with what was typed`() throws {
        let answer = try desk.lead.post(
            path,
            [
                "title": String(repeating: "t", count: 151), "board": "nowhere",
                "meeting": "soon", "report-of": String(repeating: "r", count: 2_601),
            ])
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.faults() == [
                "Title must be 150 characters or fewer. It has 151",
                "Choose a board or committee from the list",
                "Day of the meeting must be a date, like 26 November 2026",
                "Report of must be 600 characters or fewer. It has 2,601",
            ])
        let form = try #require(try answer.main.all("form").first).fields
        #expect(form["meeting"] == "soon")
        #expect(form["title"]?.count == 151)
        let far = try desk.lead.post(path, ["meeting": "1 January 2999"])
        #expect(try far.faults().first?.hasPrefix("Day of the meeting must be between ") == true)
    }

    @Test mutating func `an unknown report has no draft`() {
        #expect(desk.lead.get("/reports/nothing/draft/about").status == .notFound)
        #expect(desk.lead.get("/reports/nothing/draft").status == .notFound)
    }
}
