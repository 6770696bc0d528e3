import Testing

@testable import Portal

@Suite struct ReportDifferencesTests {
    private static func fact(
        _ subject: String, _ name: String, _ text: String, in section: String = "measures"
    ) -> ReportFact {
        ReportFact(
            section: section, subject: subject, subjectTitle: subject, name: name, text: text)
    }

    private static let before = [
        fact("A", "latest", "7"), fact("A", "change", "−4.17 better"), fact("A", "target", "10"),
        fact("A", "counted", "7 of 7,919"), fact("A", "latest", "7", in: "appendices"),
        fact("B", "latest", "8"), fact("words", "text", "9", in: "overview"),
    ]

    @Test func `a number that is withheld now is not said again`() {
        let now = [
            Self.fact("A", "latest", "[c]"), Self.fact("A", "target", "11"),
            Self.fact("A", "latest", "[c]", in: "appendices"), Self.fact("B", "latest", "9"),
            Self.fact("words", "text", "[c] is for few", in: "overview"),
        ]
        let entries = ReportDifferences(from: Self.before, to: now).entries
        let withheld = ReportDifferences.withheldWords
        #expect(
            entries.map(\.old) == [withheld, "10", withheld, "8", "9", withheld, withheld])
        #expect(entries.map(\.new) == ["[c]", "11", "[c]", "9", "[c] is for few", nil, nil])
    }

    @Test func `what is shown still is told with what it was`() {
        let now = [Self.fact("A", "latest", "8"), Self.fact("A", "target", "10")]
        let entries = ReportDifferences(from: Self.before, to: now).entries
        #expect(entries.first?.old == "7" && entries.first?.new == "8")
        #expect(entries.count == 6)
    }
}
