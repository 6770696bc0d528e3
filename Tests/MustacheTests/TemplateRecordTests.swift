import Mustache
import Testing

@Suite struct TemplateRecordTests {
    @Test func `a record keeps its names in order`() {
        var record: TemplateRecord = ["b": 1, "a": 2]
        record.append("c", 3)
        record.append(contentsOf: ["d": 4])
        #expect(record.names == ["b", "a", "c", "d"])
    }

    @Test func `a name has the value it was given`() {
        let record: TemplateRecord = ["a": "one", "b": .absent]
        guard case .text("one") = record["a"] else {
            Issue.record("no text")
            return
        }
        #expect(record["c"] == nil)
    }
}
