import Testing

@testable import Portal

/// What printed pages say in their margins.
@Suite struct ReportMarginsTests {
    @Test func `a title ends neither its text nor the style`() {
        let style = ReportMargins(
            title: "Ten \"stars\" \\ </style>{}\n", demonstration: nil, warnings: []
        ).style
        #expect(!style.contains("</"))
        #expect(style.count { $0 == "\"" } == 2)
        #expect(style.count { $0 == "{" } == 2)
        #expect(style.contains("\\22 stars\\22 "))
    }

    @Test func `what warns stands at the head of each page`() {
        let style = ReportMargins(
            title: "Title", demonstration: "Invented.", warnings: ["One.", "Two."]
        ).style
        #expect(style.contains("@top-left{content:\"Invented.\""))
        #expect(style.contains("@top-right{content:\"One. Two.\""))
    }
}
