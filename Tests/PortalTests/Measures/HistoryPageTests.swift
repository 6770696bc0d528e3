import HTTPServer
import Testing

@testable import Portal

@Suite struct HistoryPageTests {
    /// What the timeline says, entry by entry.
    private func changes(_ measure: String) throws -> [String] {
        try get("/measures/\(measure)/history").main.section("changes")?.first("ol")?.all("li")
            .map(\.text) ?? []
    }

    @Test func `a day that is none is told on a page, also where a file was asked for`() throws {
        let answer = try get("/measures/births/history?known=someday&format=csv")
        #expect(answer.status == .unprocessableContent)
        #expect(answer.response.headers["Content-Type"]?.hasPrefix("text/html") == true)
    }

    @Test func `a revision has its old and its new figure and the reason`() throws {
        #expect(
            try changes("suspensions") == [
                "Figure revised 15 July 2026 Suspensions 2024/25 academic year: "
                    + "4.40 (provisional) became 4.15 (revised) "
                    + "The publisher replaced its provisional figure with a revised one.",
                "Figures loaded 15 July 2026 2 figures, 2023/24 to 2024/25. Suspensions.",
                "Target set Date not recorded 4.00, with no first day recorded, with no end set. "
                    + "National.",
            ])
    }

    @Test func `targets set and ended and breaks stand at their days`() throws {
        let changes = try changes("reading-at-seven")
        #expect(changes.count == 4)
        #expect(changes[0].hasPrefix("Figures loaded 15 July 2026"))
        #expect(
            changes[1]
                == "Way of counting changed 1 September 2024 Figures from 2024/25 on cannot be "
                + "compared with those before. The test was changed.")
        #expect(changes[2].hasPrefix("Target ended 31 July 2020 75.25% ended on 31 July 2020."))
        #expect(changes[3].hasPrefix("Target set Date not recorded"))
    }

    @Test func `a measure without figures or targets has had no changes`() throws {
        let page = try get("/measures/voice/history")
        #expect(page.status == .ok)
        #expect(try page.main.section("changes")?.text == "What changed No changes yet.")
    }

    @Test func `a withheld figure is told as withheld`() throws {
        let answer = try get("/measures/custody/history?known=2026-07-15")
        #expect(
            try answer.main.section("as-known")?.cells == [
                ["2024/25", "[c]", "15 July 2026"], ["2023/24", "21.5", "15 July 2026"],
            ])
        for trace in Harbourside.Secret.traces { #expect(!answer.source.contains(trace)) }
    }

    // MARK: As known on

    @Test(arguments: ["2026-07-15", "15 July 2026", "15+jul+2026"])
    func `figures are shown as they were known on a day`(day: String) throws {
        let day = day.split(separator: " ").joined(separator: "%20")
        let known = try get("/measures/suspensions/history?known=\(day)").main.section("as-known")
        #expect(
            known?.cells == [
                ["2024/25", "4.15 [r]", "15 July 2026"], ["2023/24", "3.90", "15 July 2026"],
            ])
        #expect(known?.first("input")?["value"] == "15 July 2026")
    }

    @Test func `a day before a load shows what was known before`() throws {
        let folder = try TemporaryFolder()
        try Harbourside.catalogue.write(to: folder)
        _ = try CatalogueLoad(.testing(in: folder, today: "2026-06-01"), from: folder).run()
        var catalogue = Harbourside.catalogue
        catalogue["Figures/births.csv"].set("value", "2295", line: 3)
        try catalogue.write(to: folder)
        _ = try CatalogueLoad(.testing(in: folder, today: "2026-07-01"), from: folder).run()
        let plan = try SitePlan(.testing(in: folder))
        let site = try Site(plan) { _ in }
        func known(_ day: String) throws -> [[String]] {
            let request = Request(.get, "/measures/births/history?known=\(day)")
            return try Answer(site.respond(to: request)).main.section("as-known")?.cells ?? []
        }
        #expect(try known("2026-06-30").first == ["2025", "2,290", "1 June 2026"])
        #expect(try known("2026-07-01").first == ["2025", "2,295", "1 July 2026"])
        #expect(try known("2026-05-31").isEmpty)
    }

    @Test func `a day before every load is told as such`() throws {
        let known = try get("/measures/births/history?known=2025-03-31").main.section("as-known")
        #expect(
            known?.first(class: "inset")?.text
                == "No figures of this measure had been loaded by 31 March 2025. "
                + "The first were loaded on 15 July 2026.")
    }

    @Test(arguments: [
        ("soon", "Date must be a real date, like 31 March 2025"),
        ("31/3/2025", "Date must be a real date, like 31 March 2025"),
        ("2026-07-16", "Date must be today or in the past"),
    ])
    func `a day that cannot be used comes back with what to do`(
        text: String, words: String
    ) throws {
        let answer = try get("/measures/births/history?known=\(text)")
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page
        #expect(page.first("title")?.text.hasPrefix("Error: ") == true)
        #expect(page.first(class: "errors")?.first("a")?.text == words)
        #expect(page.element(id: "known-error")?.text == "Error: \(words)")
        #expect(page.element(id: "known")?["aria-invalid"] == "true")
        #expect(try answer.main.section("as-known")?.first("table") == nil)
    }

    @Test func `nothing typed shows no figures and no error`() throws {
        let answer = try get("/measures/births/history?known=")
        #expect(answer.status == .ok)
        #expect(try answer.main.first(class: "errors") == nil)
    }

    // MARK: Pages

    @Test(arguments: [
        "0", "2", "-1", "x", "01", "99999999999999999999", "1e3", "9223372036854775807",
        "-9223372036854775808", "100001", "",
    ])
    func `a page that is not there is answered with the first`(page: String) throws {
        let answer = try get("/measures/births/history?page=\(page)")
        #expect(answer.status == .notFound)
        #expect(
            try answer.page.section("choices")?.first("a")?["href"] == "/measures/births/history")
    }

    @Test func `fifty changes stand on a page`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/births.csv"].removeAll()
        for year in 1960...2019 {
            for (status, value) in [("provisional", "2000"), ("revised", "2010")] {
                catalogue["Figures/births.csv"].add([
                    "area": "H1", "breakdown": "All", "period": "\(year)-CY", "status": status,
                    "value": value,
                ])
            }
        }
        let portal = try TestPortal(catalogue)
        for (query, count) in [("", 50), ("?page=2", 11)] {
            let main = try portal.get("/measures/births/history\(query)").main
            #expect(main.section("changes")?.first("ol")?.all("li").count == count)
            #expect(
                main.first(class: "pages")?.all("a").map { $0["href"] ?? "" }.count == 3)
        }
        #expect(
            try portal.get("/measures/births/history?page=2").page.first("title")?.text
                .contains("page 2 of 2") == true)
        #expect(try portal.get("/measures/births/history?page=3").status == .notFound)
    }

    @Test func `the file has the figures as known and the changes`() throws {
        let file = try get("/measures/suspensions/history?known=2026-07-15&format=csv").source
        let lines = file.split(whereSeparator: \.isNewline)
        #expect(lines.count == 6)
        #expect(
            lines[1]
                == "known on 2026-07-15,2026-07-15,,Suspensions,2024-25-AY,2024/25 academic year,"
                + ",,4.15,[r],,")
        #expect(
            lines[3]
                == "changes,2026-07-15,Figure revised,Suspensions,2024-25-AY,"
                + "2024/25 academic year,4.40,[p],4.15,[r],,"
                + "The publisher replaced its provisional figure with a revised one.")
    }

    @Test func `the history of no measure is not there`() throws {
        #expect(try get("/measures/tides/history").status == .notFound)
    }
}
