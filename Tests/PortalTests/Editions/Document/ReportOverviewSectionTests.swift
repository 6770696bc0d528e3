import Testing

@testable import Portal

/// The portfolio holder’s own words.
@Suite struct ReportOverviewSectionTests {
    @Test func `paragraphs are kept, and nothing in them is markup`() throws {
        let page = try ReportPaper(
            of: TestPortal.harbourside.get(),
            ["overview": "One.\nStill one.\n\n \nTwo <b>.", "overview-by": "Portfolio holder"]
        ).page()
        let paragraphs = page.all("p").filter { $0.classes.contains("lines") }
        #expect(paragraphs.map(\.typedText) == ["One.\nStill one.", "Two <b>."])
        #expect(page.text.contains("Portfolio holder"))
    }

    @Test func `headlines, issues and good practice are lists under headings of their own`() throws
    {
        let page = try ReportPaper(
            of: TestPortal.harbourside.get(),
            ["headlines": "A\nB", "for-cabinet": "C", "good-practice": "D"]
        ).page()
        let lists = page.all("ul").map { $0.all("li").map(\.text) }
        #expect(lists.contains(["A", "B"]) && lists.contains(["C"]) && lists.contains(["D"]))
    }

    @Test func `without words it says that there are none`() throws {
        let text = try ReportPaper(of: TestPortal.harbourside.get()).page().text
        #expect(text.contains("The portfolio holder has not written an overview."))
        #expect(text.contains("No good practice has been named."))
    }
}
