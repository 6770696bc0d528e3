import Testing

@testable import Mustache

@Suite struct RememberedRecordTests {
    @Test(arguments: [
        ("{{#row}}{{name}}{{/row}}", true),
        ("{{#row}}{{#part}}{{name}}{{x}}{{/part}}{{/row}}", true),
        ("{{#row}}{{#isShown}}{{part.x}}{{/isShown}}{{^none}}-{{/none}}{{/row}}", true),
        ("{{#row}}{{>cell}}{{/row}}", true),
        ("{{#row}}{{name}}{{around}}{{/row}}", false),
        ("{{#row}}{{#part}}{{around}}{{/part}}{{/row}}", false),
        ("{{#row}}{{^around}}-{{/around}}+{{/row}}", false),
        ("{{#row}}{{made}}{{/row}}", false),
        ("{{#row}}{{$block}}{{name}}{{/block}}{{/row}}", false),
    ])
    func `what is shown is kept if all of it is the record's own`(
        text: String, isKept: Bool
    ) throws {
        let row = try row
        let template = try Template(name: "page", text, partials: ["cell": "<td>{{name}}</td>"])
        let shown = try template.render(["row": .remembered(row), "around": "1"])
        #expect(!shown.isEmpty)
        #expect((row.kept != nil) == isKept)
        #expect(row.kept.map { String(decoding: $0, as: UTF8.self) == shown } ?? true)
    }

    @Test func `what was kept is shown again`() throws {
        let row = try row
        let template = try Template(name: "page", "{{#row}}{{name}}{{/row}}")
        #expect(try template.render(["row": .remembered(row)]) == "Ada")
        #expect(try template.render(["row": .remembered(row)]) == "Ada")
    }

    @Test func `a value around the record is shown as it is now`() throws {
        let row = try row
        let template = try Template(name: "page", "{{#row}}{{name}} {{around}}{{/row}}")
        #expect(try template.render(["row": .remembered(row), "around": "1"]) == "Ada 1")
        #expect(try template.render(["row": .remembered(row), "around": "2"]) == "Ada 2")
    }

    @Test func `another section and another template show their own`() throws {
        let row = try row
        let template = try Template(name: "page", "{{#row}}{{name}}{{/row}} {{#row}}x{{/row}}")
        #expect(try template.render(["row": .remembered(row)]) == "Ada x")
        let other = try Template(name: "page", "{{#row}}{{x}}{{/row}}")
        #expect(try other.render(["row": .remembered(row)]) == "1")
    }

    private var row: RememberedRecord {
        get throws {
            let value: TemplateValue = [
                "name": "Ada", "x": "1", "part": ["x": "2"], "isShown": true, "none": .absent,
                "made": .lambda { _ in "3" },
            ]
            return RememberedRecord(try #require(value.record))
        }
    }
}
