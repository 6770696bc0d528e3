import Testing

@testable import Portal

/// The measures of a report, in tables, blocks, quarters and beside other areas.
@Suite struct ReportMeasuresSectionTests {
    /// A report on both scorecards with every column, drawn once.
    private static let full = Result {
        var desk = try ReportDesk([
            "scorecards": "goal-1\nschools", "columns": ReportPaper.everyColumn,
            "featured": "FED", "exception/MOVES": "We asked the board.\nIt will answer in May.",
        ])
        return desk.preview()
    }

    private static func section(_ content: [String: String] = [:]) throws -> ReportMeasuresSection {
        ReportMeasuresSection(
            source: try ReportPaper.source(content, over: TestPortal.harbourside.get()))
    }

    private static func block(_ id: String) throws -> Element {
        let page = try full.get().page
        return try #require(
            page.all("section").first { $0["aria-labelledby"] == "measures-\(id)" })
    }

    @Test func `there is a table for each scorecard, under its headlines`() throws {
        let page = try Self.full.get().page
        let tables = page.all("table").filter { $0.classes.contains("perf") }
        #expect(tables.map { $0.first("caption")?.nodes.isEmpty } == [false, false])
        #expect(
            tables[0].all("th").filter { $0["scope"] == "rowgroup" }.map(\.text) == [
                "Every day counts Goal 1", "Ready for school Outcome",
            ])
    }

    @Test func `as many columns as a sheet has room for stand side by side`() throws {
        let page = try Self.full.get().page
        let heads = page.all("table").first { $0.classes.contains("perf") }?.first("thead")
        #expect(
            heads?.all("th").map(\.text) == [
                "Measure", "2 years before", "Year before", "Latest", "Target", "Status",
                "Change",
            ])
    }

    @Test func `the other columns stand below the measure`() throws {
        let page = try Self.full.get().page
        let row = try #require(
            page.all("tr").first {
                $0.classes.contains("perf__more") && $0.text.contains("More on Moves in care")
            })
        let told = row.all("li").map(\.text)
        #expect(told.first?.hasPrefix("Rule: On target at or below 8.0%; close when") == true)
        #expect(told.contains("Neighbours: 9.9% Median of 2 of 2, 2025 model, 2025/26"))
        #expect(told.contains("England: 10.0% 2025/26"))
        #expect(told.contains("The Coast: 10.6% 2025/26"))
        #expect(
            told.contains("Year-end forecast: 8.5% for 2026/27, by Head of children in care"))
        #expect(told.contains { $0.hasPrefix("Comment: Fewer children moved than the year") })
        #expect(
            told.contains {
                $0.hasPrefix("Action, owner, due: Open a third home: Head of property, due 1 June")
            })
    }

    @Test func `a first cell names the code, the unit, the way and the flag`() throws {
        let page = try Self.full.get().page
        let heads = page.all("th").filter { $0["scope"] == "row" }.map(\.text)
        #expect(
            heads.contains("Moves in care MOVES. Percentage. Lower is better. Provisional"))
    }

    @Test func `what is off target comes first, then what got worse, then what was chosen`() throws
    {
        let page = try Self.full.get().page
        let blocks = page.all("section").filter { $0.classes.contains("except") }
        #expect(
            blocks.compactMap { $0.first("h4")?.text } == [
                "Family centres", "Moves in care", "Suspensions", "Babies breastfed",
            ])
        #expect(blocks.last?.text.contains("Chosen for this report") == true)
    }

    @Test func `a block tells the figure, its rule, the others, words and actions`() throws {
        let text = try Self.block("moves").text
        for words in [
            "9.9% [p], provisional (33 of 1,333) for 2025/26; lower is better.",
            "Local target 8.0%. On target at or below 8.0%;",
            "9.9% is 1.9 points above the target of 8.0%; close would be within 0.5 points.",
            "England’s figure is 10.0% for 2025/26.", "The Coast’s figure is 10.6% for 2025/26.",
            "The median of 2 of 2 statistical neighbours (2025 model) is 9.9% for 2025/26.",
            "Harbourside: 2nd best of 3.",
            "Fewer children moved than the year before. (Head of children in care, 20 May 2026)",
            "Two homes opened & more families foster.", "Each move is looked at within a week.",
            "We asked the board.", "It will answer in May.",
            "Open a third home: Head of property, due 1 June 2026, under way and overdue. "
                + "A house has been found.",
            "The service expects 8.5% for 2026/27.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `a block says what nobody has said or done`() throws {
        let text = try Self.block("centres").text
        #expect(text.contains("Nobody has said why."))
        #expect(text.contains("No corrective action is recorded."))
        #expect(text.contains("Nobody is named who answers for this measure."))
    }

    @Test func `a block has a picture with a title and a description`() throws {
        let block = try Self.block("moves")
        #expect(block.all("svg").filter { $0["role"] == "img" }.count == 2)
        #expect(block.first("title")?.text == "Harbourside fell to 9.9% in 2025/26")
        #expect(block.first("desc")?.text.isEmpty == false)
        #expect(block.text.contains("2025/26 9.9% (England 10.0%); 2024/25 10.8%; 2023/24 11.5%"))
    }

    @Test func `quarters stand side by side with their statuses in words`() throws {
        let page = try Self.full.get().page
        let rug = try #require(page.all("table").first { $0.classes.contains("rug") })
        let rows = rug.all("tr").map(\.text)
        #expect(rows.count == 2)
        #expect(rows[1].contains("On target: 11.0%"))
        #expect(rows[1].contains("On target: 12.0%"))
    }

    @Test func `measures with a comparison stand beside other areas`() throws {
        let page = try Self.full.get().page
        let table = try #require(page.all("table").first { $0.classes.contains("perf-spine") })
        let titles = table.all("th").filter { $0["scope"] == "row" }
        #expect(titles.contains { $0.text.hasPrefix("Moves in care 2025/26") })
        #expect(!titles.contains { $0.text.hasPrefix("Family centres") })
    }

    @Test func `facts name every value of a measure once`() throws {
        let section = try Self.section([
            "scorecards": "schools", "columns": ReportPaper.everyColumn,
        ])
        let names = section.facts.map { "\($0.subject) \($0.name)" }
        #expect(names.count == Set(names).count)
        let moves = section.facts(of: "MOVES")
        for (name, text) in [
            "latest": "9.9%", "counted": "33 of 1,333", "period": "2025/26",
            "flag": "provisional", "target": "8.0%", "target-kind": "Local",
            "status": "Off target", "change": "−0.9 better", "change-since": "on 2024/25",
            "year-before": "10.8%", "two-years-before": "11.5%", "country": "10.0%",
            "country-period": "2025/26", "region": "10.6%", "neighbours": "9.9%",
            "neighbour-method": "Median of 2 of 2, 2025 model, 2025/26",
            "rank": "2nd best of 3", "forecast": "8.5%", "action": "Open a third home",
            "owner": "Head of property", "due": "1 June 2026",
            "why": "Two homes opened & more families foster.",
            "doing": "Each move is looked at within a week.",
        ] {
            #expect(moves[name] == text, "\(name)")
        }
        #expect(moves["rule"]?.hasPrefix("On target at or below 8.0%") == true)
        #expect(section.facts(of: "PLACES")["quarter-2026-27-q1"] == "12.0%")
        #expect(section.facts(of: "PLACES")["quarter-2026-27-q1-status"] == "On target")
    }

    @Test func `a light touch report tells of exceptions alone`() throws {
        var desk = try ReportDesk(["touch": "light", "scorecards": "schools"])
        let page = try desk.preview().page
        #expect(page.all("table").filter { $0.classes.contains("perf") }.isEmpty)
        #expect(page.all("section").count { $0.classes.contains("except") } == 2)
        #expect(page.text.contains("the appendix has every measure"))
        #expect(page.element(id: "measures-compared") == nil)
    }

    @Test func `no more than twelve blocks are drawn unless more were chosen`() throws {
        let source = try ReportPaper.source(
            ["scorecards": "schools\ngoal-1"], over: TestPortal.harbourside.get())
        let attention = ReportMeasuresAttention(source.measures, featured: [])
        #expect(attention.blocks.count <= ReportMeasuresAttention.most)
        #expect(attention.others.isEmpty)
        let all = Set(source.measures.all.map(\.measure.code))
        let chosen = ReportMeasuresAttention(source.measures, featured: all)
        #expect(chosen.blocks.count == all.count)
    }

    @Test func `a report without measures says so`() throws {
        let codes = try Self.section().source.measures.all.map(\.measure.code)
        let section = try Self.section(["without-measures": codes.joined(separator: "\n")])
        #expect(section.facts.isEmpty)
    }
}
