import Scorecard
import Testing

@testable import Portal

/// The list of measures, the key and the differences.
@Suite struct ReportAppendicesSectionTests {
    private func paper(_ content: [String: String] = [:]) throws -> ReportPaper {
        try ReportPaper(
            of: TestPortal.harbourside.get(),
            content.merging(ReportPaper.scorecards) { first, _ in first })
    }

    @Test func `every measure has a row with its definition and its rule`() throws {
        let paper = try paper()
        let page = try paper.page()
        for standing in paper.source.measures.all {
            let row = try #require(page.element(id: standing.measure.appendixId))
            #expect(row.text.contains(standing.measure.title))
        }
        let rows = page.all("tr")
        let place = try #require(rows.firstIndex { $0["id"] == "appendices-moves" })
        let moves = rows[place + 1].text
        #expect(moves.contains("Children moved three times or more"))
        #expect(moves.contains("Lower is better."))
        #expect(moves.contains("On target at or below"))
        #expect(moves.contains("Small numbers: rule"))
    }

    @Test func `a figure says which version it is and since when it is known`() throws {
        let paper = try paper()
        let rows = ReportMeasureRows(paper.source)
        let known = paper.source.measures.all.compactMap(rows.version)
        #expect(known.contains { $0.hasPrefix("Final, ") })
        let unknown = paper.source.measures.all.filter { $0.latest == nil }
        #expect(!unknown.isEmpty && unknown.allSatisfy { rows.version(of: $0) == nil })
    }

    @Test func `every status and every letter is explained`() throws {
        let text = try paper().page().text
        for status in TargetStatus.allCases { #expect(text.contains(status.words)) }
        for marker in QualityMarker.allCases { #expect(text.contains(marker.shorthand)) }
    }

    @Test func `without an edition before, nothing is compared`() throws {
        let text = try paper().page().text
        #expect(text.contains("There is no earlier edition on this portfolio in the portal"))
    }

    @Test func `what changed since the last edition is told by section and measure`() throws {
        let paper = try paper()
        var facts = try paper.document().facts
        let place = try #require(
            facts.firstIndex { $0.subject == "ATTEND" && $0.name == "latest" })
        let fact = facts[place]
        facts[place] = ReportFact(
            section: fact.section, subject: fact.subject, subjectTitle: fact.subjectTitle,
            name: fact.name, text: "93.1%")
        let later = paper.after(
            ReportedPast(
                previous: paper.source.version, facts: facts, corrected: nil, correctedFacts: []))
        let page = try later.page()
        #expect(page.text.contains("changed, added or taken out since the last edition"))
        let entries = page.all("dl").filter { $0.classes.contains("differ") }
            .flatMap { $0.all("div") }
        let entry = try #require(entries.first { $0.first("dt")?.text == fact.subjectTitle })
        #expect(entry.first("del")?.text == "93.1%")
        #expect(entry.first("ins")?.text == fact.text)
    }

    @Test func `more changes than can be read are counted`() {
        let entries = (1...120).map { number in
            ReportDifferences.Entry(
                section: "measures", subject: "M\(number)", subjectTitle: "Measure", name: "latest",
                old: "1", new: "2")
        }
        let list = ReportDifferenceList(entries, limit: 100, whole: "on the portal")
        #expect(list.more == "20 more are not printed here. The whole list is on the portal.")
        #expect(ReportDifferenceList(entries, limit: nil, whole: nil).more == nil)
    }

    @Test func `a correction says what it changes, and why, value by value`() throws {
        let paper = try paper(["overview": "New words"])
        let version = EditionVersion(paper.source.edition, ["overview": "Old words"])
        let second = EditionVersion(paper.source.edition, ["overview": "New words"], number: 2)
        let before = try self.paper(["overview": "Old words"]).document().facts
        let source = EditionSource(
            version: second, template: paper.source.template, audience: .everyone,
            day: paper.source.day, portal: paper.source.portal, board: nil, demonstration: nil,
            measures: paper.source.measures, delivery: paper.source.delivery,
            past: ReportedPast(
                previous: nil, facts: [], corrected: version, correctedFacts: before),
            knownDays: paper.source.knownDays)
        let corrected = paper.with(source)
        let page = try corrected.page()
        let cover = page.first(class: "cover")?.text ?? ""
        #expect(cover.contains("corrects version 1.0: A figure was wrong"))
        let entry = try #require(page.first(class: "differ")?.first("div"))
        #expect(entry.first("del")?.text == "Old words")
        #expect(entry.first("ins")?.text == "New words")
        #expect(page.text.contains("1 value changed, added or taken out."))
    }
}
