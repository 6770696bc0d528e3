import Scorecard
import Testing

@testable import Portal

/// How everything stands at a glance.
@Suite struct ReportGlanceSectionTests {
    @Test func `every measure is counted once, by its status and under its headline`() throws {
        let paper = try ReportPaper(of: TestPortal.harbourside.get(), ReportPaper.scorecards)
        let tally = RollUp(paper.source.measures.all.map(\.judgement.status))
        let page = try paper.page()
        let table = try #require(page.first(class: "tally-table"))
        let rows = table.all("tr").filter { $0.all("td").count == 6 }.map { row in
            row.all("td").prefix(5).compactMap { Int($0.text.split(separator: " ").last ?? "") }
        }
        let total = try #require(rows.last)
        #expect(
            total == [
                tally[.offTarget], tally[.close], tally[.onTarget], tally.notJudged, tally.total,
            ])
        for column in total.indices {
            #expect(rows.dropLast().map { $0[column] }.reduce(0, +) == total[column])
        }
        #expect(page.text.contains(tally.sentence))
        let counted = page.all("ul").filter { $0.classes.contains("key") }.first?.text ?? ""
        for status in TargetStatus.allCases where tally[status] > 0 {
            #expect(counted.contains("\(tally[status]) \(status.words.lowercased())"))
        }
    }

    @Test func `what got worse is named, with its change and a way to its row`() throws {
        let paper = try ReportPaper(of: TestPortal.harbourside.get(), ReportPaper.scorecards)
        let falls = Attention.falls(among: paper.source.measures.all)
        #expect(!falls.isEmpty)
        let page = try paper.page()
        let heading = try #require(page.element(id: "glance-got-worse"))
        #expect(heading.text == "Got worse (\(falls.count))")
        for fall in falls.prefix(10) {
            let link = page.all("a").first { $0["href"] == "#\(fall.measure.appendixId)" }
            #expect(link?.text == fall.measure.title)
        }
    }

    @Test func `of long lists some are named and the rest are counted`() throws {
        let portal = try TestPortal.real.get()
        let paper = try ReportPaper(of: portal)
        let list = try #require(
            ReportGlanceLists(paper.source).all.first { $0.id == "no-target" })
        #expect(list.entries.count > 15)
        let text = try paper.page().text
        #expect(text.contains("And \(list.entries.count - 15) more, in the appendices."))
        #expect(text.contains("No measure has a named owner."))
        #expect(text.contains("No revenue budget has been entered for this report."))
    }

    @Test func `a withheld figure got neither better nor worse`() throws {
        let lists = try ReportGlanceLists(
            ReportPaper(of: TestPortal.harbourside.get()).source)
        let named = lists.all.filter { $0.id == "got-better" || $0.id == "got-worse" }
        #expect(named.flatMap(\.entries).allSatisfy { $0.standing.measure.code != "CUSTODY" })
    }

    @Test func `a report of no measures says so`() throws {
        let page = try ReportPaper(
            of: TestPortal.harbourside.get(), ["scorecards": "there-is-none"]
        ).page()
        #expect(page.text.contains("No measure has been chosen for this report."))
        #expect(page.first(class: "tally-table") == nil)
    }
}
