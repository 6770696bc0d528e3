import Scorecard
import Testing

@testable import Portal

/// What the front of a report says.
@Suite struct ReportFrontSectionTests {
    private static let texts = [
        "board": "harbour-committee", "meeting": "24 November 2026",
        "report-of": "Director of Children’s Services",
    ]

    @Test func `the front names committee, meeting, authors and the day of the figures`() throws {
        let portal = try TestPortal.harbourside.get()
        let page = try ReportPaper(of: portal, Self.texts).page()
        let facts = try #require(page.first(class: "facts")).facts
        #expect(facts["Meeting"] == "24 November 2026")
        #expect(facts["Report of"] == "Director of Children’s Services")
        #expect(facts["Figures as at"] == portal.settings.today().label)
        #expect(facts["Version"] == "1.0, draft")
        #expect(facts["Approved"] == "Not yet")
        #expect(facts["Edition"] == "Public edition")
        #expect(facts["Committee"]?.isEmpty == false)
    }

    @Test func `what nobody has written is said to be missing`() throws {
        let page = try ReportPaper(of: TestPortal.harbourside.get()).page()
        let facts = try #require(page.first(class: "facts")).facts
        #expect(facts["Committee"] == "No committee has been chosen")
        #expect(facts["Meeting"] == "No day has been set")
        #expect(facts["Report of"] == "Nobody has been named")
    }

    @Test func `five requests stand in their order, and each leads to its answer`() throws {
        let page = try ReportPaper(of: TestPortal.harbourside.get()).page()
        let requests = try #require(page.all("ol").first { $0["type"] == "a" }).all("li")
        #expect(requests.count == 5)
        #expect(
            requests.map { $0.all("a").compactMap { $0["href"] } } == [
                ["#overview"], ["#glance", "#delivery", "#measures", "#finance"], ["#actions"],
                ["#overview-for-cabinet"], ["#overview-good-practice"],
            ])
    }

    @Test func `a request whose section is left out leads nowhere and says so`() throws {
        let page = try ReportPaper(
            of: TestPortal.harbourside.get(), ["without-sections": "actions"]
        ).page()
        let requests = try #require(page.all("ol").first { $0["type"] == "a" }).all("li")
        #expect(requests[2].all("a").isEmpty)
        #expect(requests[2].text.hasSuffix("Left out of this edition"))
    }

    @Test func `new data is what the last edition did not have`() throws {
        let paper = try ReportPaper(of: TestPortal.harbourside.get())
        let facts = try paper.document().facts
        let same = paper.after(
            ReportedPast(
                previous: paper.source.version, facts: facts, corrected: nil, correctedFacts: []))
        #expect(ReportComparison(same.source).fresh.isEmpty)
        let older = facts.filter { !($0.subject == "ATTEND" && $0.name == "latest-period") }
        let one = paper.after(
            ReportedPast(
                previous: paper.source.version, facts: older, corrected: nil, correctedFacts: []))
        #expect(ReportComparison(one.source).fresh.map(\.measure.code) == ["ATTEND"])
        let text = try one.page().first(class: "cover")?.text ?? ""
        #expect(text.contains("has new data since the last edition"))
        #expect(text.contains("School attendance."))
    }
}
