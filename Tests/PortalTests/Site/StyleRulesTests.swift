import Testing

@testable import Portal

/// Rules of a style sheet that could apply.
@Suite struct StyleRulesTests {
    private static let template = """
        {{>part}}<p class="lede move{{look}}{{#wide}} wide{{/wide}}"><svg class="a"></svg></p>
        """

    private func names() -> StyleNames {
        StyleNames(of: "page") { $0 == "page" ? Self.template : "<table class=\"tbl\"></table>" }
    }

    @Test(arguments: [
        ("/* Words. */ p { margin : 0 ; color: red; }", "p{margin :0;color:red}"),
        (".lede, .gone { top: 0 }", ".lede{top:0}"),
        (".gone { top: 0 }", ""),
        (".tbl .wide, h1 { top: 0 }", ".tbl .wide{top:0}"),
        (".move--better { top: 0 }", ".move--better{top:0}"),
        (
            "p:not(.gone) > svg::before { content: \"a  {b}\"; }",
            "p:not(.gone) > svg::before{content:\"a  {b}\"}"
        ),
        ("p:has(.gone) { top: 0 }", ""),
        ("p:nth-child(2n) { top: 0 }", "p:nth-child(2n){top:0}"),
        ("p[href=\"/gone\"] { top: 0 }", "p[href=\"/gone\"]{top:0}"),
        ("@media print { .gone { top: 0 } }", ""),
        (
            "@media print, (min-width: 48em) { .gone { top: 0 } p { top: calc(1em + 2px) } }",
            "@media print,(min-width:48em){p{top:calc(1em + 2px)}}"
        ),
        (
            "@page { margin: 1mm; @bottom-left { content: \"a\"; } }",
            "@page{margin:1mm;@bottom-left{content:\"a\"}}"
        ),
        ("@page gone { margin: 0 }", ""),
        ("p { top: 0", ""),
        ("}", ""),
        ("", ""),
    ])
    func `only what could apply is left, without comments and space`(
        css: String, expected: String
    ) {
        let text = StyleRules.text(of: css, for: names())
        // A rule that never ends is none of ours: it need only not trap.
        if css.contains("}") { #expect(text == expected) }
    }
}
