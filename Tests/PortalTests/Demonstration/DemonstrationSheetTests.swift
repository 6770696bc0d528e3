import Testing

@testable import Portal

@Suite struct DemonstrationSheetTests {
    @Test func `a column at the end of each row says what the rows are`() {
        let sheet = Sheet(
            name: "tides", columns: ["code", "value"], rows: [["A", "1"], ["B", "2"]])
        let marked = sheet.ofDemonstration
        #expect(marked.name == "demonstration-tides")
        #expect(marked.columns == ["code", "value", "demonstration"])
        #expect(
            marked.rows == [
                ["A", "1", "Demonstration: partly invented"],
                ["B", "2", "Demonstration: partly invented"],
            ])
    }
}
