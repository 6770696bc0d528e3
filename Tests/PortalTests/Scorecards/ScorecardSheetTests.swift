import HTTPServer
import Testing

@testable import Portal

@Suite struct ScorecardSheetTests {
    @Test func `the file has the rows of the page, in its order`() throws {
        for query in ["", "?sort=change", "?status=none&sort=-name", "?change=better&group=2"] {
            let page = try get("/scorecards/schools\(query)")
            let file = try sheet("/scorecards/schools\(query)")
            let slugs = try page.main.all("tbody").flatMap { $0.all("th") }
                .compactMap { $0.first("a")?.text }
            #expect(file.map { $0["measure"] } == slugs)
        }
    }

    /// Every cell of one row: a percentage with its counts, judged by a target that is worse.
    @Test func `a row has all that the page says, in plain numbers`() throws {
        let row = try #require(
            try sheet("/scorecards/schools").first { $0["code"] == "MOVES" })
        #expect(
            row == [
                "strategy": "Schools", "objective": "In care", "code": "MOVES",
                "measure": "Moves in care", "good_is": "Lower is better", "unit": "%",
                "period_code": "2025-26-FY", "period": "2025/26 financial year",
                "latest": "9.9", "numerator": "33", "denominator": "1333", "flag": "[p]",
                "target": "8", "target_kind": "at-most", "tolerance": "0.5", "target_until": "",
                "status": "Off target", "colour": "Red", "change": "-0.9",
                "change_since": "2024-25-FY", "change_meaning": "better", "england": "10.0",
                "england_period": "2025-26-FY",
            ])
    }

    @Test func `a withheld figure is [c], with nothing from which it could be told`() throws {
        let answer = try get("/scorecards/start-well?format=csv")
        for trace in Harbourside.Secret.traces { #expect(!answer.source.contains(trace)) }
        let row = try #require(
            try sheet("/scorecards/start-well").first { $0["code"] == "CUSTODY" })
        #expect(row["latest"] == "[c]")
        #expect(row["period_code"] == "2024-25-FY")
        #expect([row["numerator"], row["denominator"]] == ["", ""])
        #expect(row["change"] == "[c]")
        #expect(row["status"] == "Suppressed")
    }

    @Test(arguments: [
        ("start-well", "ATTEND", "94.5", "at-least", "1", "2027-08-31"),
        ("start-well", "SUSPEND", "4", "at-most", "5%", ""),
        ("schools", "PLACES", "10 to 14", "within", "0", ""),
        ("start-well", "FED", "50", "floor", "0", ""),
        ("start-well", "HEARD", "", "", "", ""),
    ])
    func `a target has its number, kind, tolerance and end`(
        scorecard: String, code: String, target: String, kind: String, tolerance: String,
        until: String
    ) throws {
        let row = try #require(
            try sheet("/scorecards/\(scorecard)").first { $0["code"] == code })
        #expect(row["target"] == target)
        #expect(row["target_kind"] == kind)
        #expect(row["tolerance"] == tolerance)
        #expect(row["target_until"] == until)
    }

    @Test func `a measure without a figure has its row`() throws {
        let row = try #require(try sheet("/scorecards/start-well").first { $0["code"] == "HEARD" })
        #expect(row["latest"] == "")
        #expect(row["status"] == "Awaiting data")
        #expect(row["change_meaning"] == "")
    }

    @Test func `filters that leave nothing leave the columns`() throws {
        let answer = try get("/scorecards/schools?status=close&format=csv")
        #expect(answer.source.split(separator: "\n").count == 1)
        #expect(answer.source.contains("strategy,objective,code,measure"))
    }

    @Test func `the country's columns have its name`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/areas.csv"].set("name", "New Albion", line: 3)
        let portal = try TestPortal(catalogue)
        let file = try portal.get("/scorecards/schools?format=csv").source
        #expect(file.contains(",new_albion,new_albion_period"))
        let page = try portal.get("/scorecards/schools")
        #expect(try page.main.first("thead")?.first(class: "c-bench")?.text == "New Albion")
        #expect(!page.source.contains("England"))
    }

    @Test func `a board's file names each row's strategy`() throws {
        let rows = try sheet("/scorecards/boards/family-board")
        #expect(Set(rows.compactMap { $0["strategy"] }) == ["Start Well"])
    }

    @Test func `the list of scorecards is a file too`() throws {
        let rows = try sheet("/scorecards")
        let schools = try #require(rows.first { $0["scorecard"] == "Schools scorecard" })
        #expect(schools["section"] == "By strategy")
        #expect(
            ["measures", "off_target", "close_to_target", "on_target", "not_judged"]
                .map { schools[$0] } == ["6", "2", "0", "2", "2"])
        #expect(schools["latest_period"] == "2026-27-Q1")
    }

    /// The rows of a page's file, each by its columns; no cell of the fixture has a line break.
    private func sheet(_ path: String) throws -> [[String: String]] {
        let address = path + (path.contains("?") ? "&" : "?") + "format=csv"
        let answer = try get(address)
        #expect(answer.response.headers["Content-Type"]?.hasPrefix("text/csv") == true)
        let lines = answer.source.drop { $0 == "\u{FEFF}" }
            .split(whereSeparator: \.isNewline).map { Self.cells(String($0)) }
        return lines.dropFirst().map { cells in
            Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
        }
    }

    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
