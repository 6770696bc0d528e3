import Mustache
import Testing

@Suite struct TemplateLibraryTests {
    private static let texts = [
        "layouts/site": """
        <title>{{$title}}Portal{{/title}}</title>
        <main>
          {{$content}}
          {{/content}}
        </main>
        {{>partials/foot}}

        """,
        "partials/foot": "{{! year }}\n<footer>{{year}}</footer>\n",
        "scorecards/show": """
        {{<layouts/site}}
          {{$title}}{{heading}}{{/title}}
          {{$content}}
            <ul>
              {{#rows}}
                {{>partials/row}}
              {{/rows}}
            </ul>
          {{/content}}
        {{/layouts/site}}

        """,
        "partials/row": "<li>\n  {{name}}\n</li>\n",
        "empty": "{{<layouts/site}}{{/layouts/site}}",
    ]

    @Test func `a page is shown in its layout with its lines indented`() throws {
        let library = try TemplateLibrary(Self.texts)
        let shown = try library.render(
            "scorecards/show",
            ["heading": "A & B", "year": 2026, "rows": [["name": "One"], ["name": "Two"]]])
        #expect(
            shown == """
                <title>A &amp; B</title>
                <main>
                  <ul>
                      <li>
                        One
                      </li>
                      <li>
                        Two
                      </li>
                  </ul>
                </main>
                <footer>2026</footer>

                """)
    }

    @Test func `a template that is read when it is first shown is shown the same`() throws {
        let value: TemplateValue = [
            "heading": "A & B", "year": 2026, "rows": [["name": "One"], ["name": "Two"]],
        ]
        var library = TemplateLibrary(unread: Self.texts)
        #expect(library.names.isEmpty)
        try library.prepare("scorecards/show")
        #expect(
            library.names == ["layouts/site", "partials/foot", "partials/row", "scorecards/show"])
        let whole = try TemplateLibrary(Self.texts)
        #expect(
            try library.render("scorecards/show", value)
                == whole.render("scorecards/show", value))
        try library.prepare("empty")
        #expect(try library.render("empty", value) == whole.render("empty", value))
        try library.prepare("missing")
        #expect(throws: TemplateError.self) { try library.render("missing", value) }
    }

    @Test func `a template that cannot be read leaves the library as it was`() throws {
        var library = TemplateLibrary(unread: ["good": "{{>bad}}", "bad": "{{#open}}", "own": "x"])
        for _ in 0..<2 { #expect(throws: TemplateError.self) { try library.prepare("good") } }
        #expect(library.names.isEmpty)
        try library.prepare("own")
        #expect(try library.render("own", [:]) == "x")
    }

    @Test func `a name with an asterisk can mean any template`() throws {
        var library = TemplateLibrary(unread: ["page": "{{>*part}}", "part": "shown"])
        try library.prepare("page")
        #expect(try library.render("page", ["part": "part"]) == "shown")
    }

    @Test func `a block that is not given shows what it has itself`() throws {
        let shown = try TemplateLibrary(Self.texts).render("empty", ["year": 2026])
        #expect(shown.hasPrefix("<title>Portal</title>\n<main>\n</main>\n"))
    }

    @Test func `a block of a page does not reach into the parents in its other blocks`() throws {
        let library = try TemplateLibrary([
            "layout": "{{$title}}{{/title}}: {{$content}}{{/content}}",
            "card": "[{{$title}}untitled{{/title}}]",
            "page": """
            {{<layout}}{{$title}}Page{{/title}}{{$content}}\
            {{<card}}{{$title}}Card{{/title}}{{/card}}{{<card}}{{/card}}\
            {{/content}}{{/layout}}
            """,
        ])
        #expect(try library.render("page", [:]) == "Page: [Card][untitled]")
    }

    @Test func `an error in a partial names the partial`() throws {
        let library = try TemplateLibrary(Self.texts)
        let error = #expect(throws: TemplateError.self) {
            try library.render("scorecards/show", ["heading": "", "year": 1, "rows": [[:]]])
        }
        #expect(error?.description == "partials/row:2: no value for «name»")
    }

    @Test func `names are sorted`() throws {
        #expect(
            try TemplateLibrary(Self.texts).names == [
                "empty", "layouts/site", "partials/foot", "partials/row", "scorecards/show",
            ])
    }

    @Test func `a template may include itself over values that end`() throws {
        let library = try TemplateLibrary(["tree": "{{name}}({{#below}}{{>tree}}{{/below}})"])
        let leaf: TemplateValue = ["name": "leaf", "below": []]
        let shown = try library.render("tree", ["name": "root", "below": [leaf, leaf]])
        #expect(shown == "root(leaf()leaf())")
    }
}
