import Mustache
import Testing

@Suite struct TemplateErrorTests {
    @Test(arguments: [
        ("\n{{a", "2: a tag opened with {{ is not closed"),
        ("{{{a}}", "1: a tag opened with {{ is not closed"),
        ("{{=| |=}}\n|a", "2: a tag opened with | is not closed"),
        ("{{", "1: a tag opened with {{ is not closed"),
        ("x\n{{#rows}}\n\n", "2: section «rows» opened at line 2 is not closed"),
        ("{{$rows}}", "1: block «rows» opened at line 1 is not closed"),
        ("{{<rows}}", "1: parent «rows» opened at line 1 is not closed"),
        (
            "{{#rows}}\n{{/x}}",
            "2: closing tag «x» where «rows», opened at line 1, was expected"
        ),
        ("\n\n{{/x}}", "3: closing tag «x» closes nothing"),
        ("{{ }}", "1: a tag without a name"),
        ("{{a b}}", "1: «a b» where a name without spaces was expected"),
        ("{{a..b}}", "1: «a..b» where a name was expected"),
        (
            "{{=<%=}}",
            "1: «<%» was found where two delimiters with a space between them were expected"
        ),
        ("\n{{>nowhere}}", "2: there is no template «nowhere»"),
        ("{{<nowhere}}{{/nowhere}}", "1: there is no template «nowhere»"),
        ("{{<part}}\ntext{{/part}}", "2: text in parent «part» where only blocks are shown"),
        ("{{<part}}{{a}}{{/part}}", "1: a tag in parent «part» where only blocks are shown"),
        (
            "{{<part}}\n{{$tilte}}{{/tilte}}{{/part}}",
            "2: block «tilte» where a block of «part» was expected"
        ),
        (
            "{{<part}}{{$title}}{{/title}}\n{{$title}}{{/title}}{{/part}}",
            "2: block «title» for the second time"
        ),
    ])
    func `a template that cannot be read says where and why`(text: String, expected: String) {
        let error = #expect(throws: TemplateError.self) {
            try Template(name: "room/page", text, partials: ["part": "{{$title}}{{/title}}"])
        }
        #expect(error?.description == "room/page:" + expected)
    }

    @Test(arguments: [
        ("a\n{{titel}}", "2: no value for «titel»"),
        ("{{#titel}}{{/titel}}", "1: no value for «titel»"),
        ("{{^titel}}{{/titel}}", "1: no value for «titel»"),
        ("{{person.nmae}}", "1: no value for «nmae» of «person.nmae»"),
        ("{{title.name}}", "1: text where a record with «name» was expected in «title.name»"),
        ("{{rows}}", "1: a list in «rows» where text was expected"),
        ("{{person}}", "1: a record in «person» where text was expected"),
        ("{{isOpen}}", "1: a flag in «isOpen» where text was expected"),
        ("\n{{.}}", "2: a record in «.» where text was expected"),
        ("{{>*title}}", "1: «SEND» in «title» where the name of a template was expected"),
        ("{{>*isOpen}}", "1: a flag in «isOpen» where the name of a template was expected"),
        ("\n{{#rows}}{{x}}{{/rows}}", "2: no value for «x»"),
    ])
    func `a value that cannot be shown says where and why`(text: String, expected: String) throws {
        let template = try Template(name: "room/page", text)
        let value: TemplateValue = [
            "title": "SEND", "person": ["name": "Ada"], "rows": [1, 2], "isOpen": true,
        ]
        let error = #expect(throws: TemplateError.self) { try template.render(value) }
        #expect(error?.description == "room/page:" + expected)
    }

    @Test(arguments: [
        "{{titel}}", "{{#titel}}{{/titel}}", "{{a.b.c}}", "{{title.name}}", "{{rows}}", "{{.}}",
        "{{>nowhere}}", "{{>*title}}", "{{<nowhere}}{{/nowhere}}",
    ])
    func `the specification reads as empty what is strictly an error`(text: String) throws {
        let template = try Template(name: "example", text, reading: .specification)
        #expect(try template.render(["title": "SEND", "rows": [1, 2], "a": [:]]) == "")
    }

    @Test(arguments: [
        "{{>page}}",
        "{{#a}}{{>page}}{{/a}}",
        "{{<page}}{{/page}}",
        "{{#again}}x{{/again}}",
    ])
    func `a template that never ends is an error`(text: String) throws {
        let template = try Template(name: "page", text)
        let error = #expect(throws: TemplateError.self) {
            try template.render([
                "a": ["b": 1], "again": .lambda { "{{#again}}\($0){{/again}}" },
            ])
        }
        #expect(error?.reason.hasPrefix("more than 200 sections and templates") == true)
    }

    @Test func `sections in each other without end are an error`() throws {
        let text =
            String(repeating: "{{#a}}", count: 10_000) + String(repeating: "{{/a}}", count: 10_000)
        let template = try Template(name: "page", text)
        #expect(throws: TemplateError.self) { try template.render(["a": true]) }
    }

    @Test func `a template that is not there is an error`() throws {
        let library = try TemplateLibrary([:])
        let error = #expect(throws: TemplateError.self) { try library.render("page", [:]) }
        #expect(error?.description == "page:0: no such template")
    }
}
