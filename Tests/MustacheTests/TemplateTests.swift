import Mustache
import Testing

@Suite struct TemplateTests {
    @Test(arguments: [
        ("{{a}}", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
        ("{{{a}}}", "<b> & \"c\" 'd'"),
        ("{{&a}}", "<b> & \"c\" 'd'"),
        ("{{{ svg }}}", "<svg/>"),
        ("{{svg}}", "&lt;svg/&gt;"),
        ("{{count}} {{negative}} {{least}}", "1234567890 -40 -9223372036854775808"),
        ("[{{nothing}}]", "[]"),
        ("{{#rows}}{{.}},{{/rows}}", "1,2,3,"),
        ("{{#rows}}{{#isShown}}{{.}}{{/isShown}}{{/rows}}", "123"),
        ("{{#zero}}a{{/zero}}{{^zero}}b{{/zero}}", "b"),
        ("{{^nothing}}none{{/nothing}}{{#nothing}}some{{/nothing}}", "none"),
        ("{{person.name}} {{person.none.name}}|", "Ada |"),
        ("{{#person}}{{name}} {{count}}{{/person}}", "Ada 1234567890"),
        ("{{! a note\n over two lines }}x", "x"),
        ("{{é}}", "accent"),
        ("{{aNameThatIsLongerThanFifteenBytes}}", "long"),
        ("{{shout}}", "LOUD"),
        ("{{#twice}}{{count}}.{{/twice}}", "1234567890.1234567890."),
    ])
    func `a template shows its values`(text: String, expected: String) throws {
        let template = try Template(name: "example", text)
        let shown = try template.render([
            "a": "<b> & \"c\" 'd'",
            "svg": .markup(Array("<svg/>".utf8)),
            "count": 1_234_567_890,
            "negative": -40,
            "least": .integer(.min),
            "zero": 0,
            "nothing": .absent,
            "isShown": true,
            "rows": [1, 2, 3],
            "person": ["name": "Ada", "none": .absent],
            "é": "accent",
            "aNameThatIsLongerThanFifteenBytes": "long",
            "shout": .lambda { _ in "LOUD" },
            "twice": .lambda { $0 + $0 },
        ])
        #expect(shown == expected)
    }

    @Test func `long text is escaped as short text is`() throws {
        let template = try Template(name: "example", "{{a}}")
        for length in [1, 23, 24, 25, 26, 500] {
            let text = String(repeating: "é", count: length)
            #expect(try template.render(["a": text.template]) == text)
            #expect(try template.render(["a": (text + "<").template]) == text + "&lt;")
            #expect(try template.render(["a": ("'" + text).template]) == "&#39;" + text)
        }
    }

    @Test func `rows with their names in different places are shown alike`() throws {
        let template = try Template(name: "example", "{{#rows}}{{a}}{{b}}{{c}};{{/rows}}")
        let rows: [TemplateValue] = [
            ["a": 1, "b": 2, "c": 3], ["c": 3, "a": 1, "b": 2], ["b": 2], ["c": 4, "b": 2, "a": 1],
        ]
        let shown = try template.render(["rows": .list(rows), "c": 9, "a": 8])
        #expect(shown == "123;123;829;124;")
    }

    @Test func `what is shown is added to what is there`() throws {
        var output = Array("before ".utf8)
        try Template(name: "example", "{{a}}").render(["a": "after"], into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "before after")
    }
}
