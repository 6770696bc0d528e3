import Mustache
import Testing

@Suite struct MutationTests {
    /// So that there is something to change where the specification's tables are not at hand.
    private static let texts = [
        "<ul>\n  {{#rows}}\n  <li>{{a.b}} {{{c}}}</li>\n  {{/rows}}\n</ul>\n",
        "{{<part}}\n  {{$title}}\n    {{c}}\n  {{/title}}\n{{/part}}\n",
        "{{=<% %>=}}\n  <%> part %>\n<%^rows%>none<%/rows%><%={{ }}=%>{{>*name}}",
        "{{! note }}\n{{#shout}}\n{{.}}\n{{/shout}}\n",
    ]

    @Test(arguments: [TemplateReading.strict, .specification])
    func `any text is shown or refused`(reading: TemplateReading) {
        let value: TemplateValue = [
            "rows": [["a": ["b": 1], "c": "<"], ["a": .absent, "c": 2]], "c": "x", "name": "part",
            "shout": .lambda { $0 + "{{c}}" },
        ]
        var mutations = Mutations(seed: 2026)
        for text in Self.texts {
            for _ in 0..<200 {
                _ = outcome(
                    mutations.mutation(of: text),
                    ["part": mutations.mutation(of: "{{$title}}\n  x\n{{/title}}\n")],
                    value, reading)
            }
        }
        for example in SpecificationCase.all(in: "mustache-spec", "mustache-extra") {
            for _ in 0..<10 {
                _ = outcome(
                    mutations.mutation(of: example.template),
                    example.partials.mapValues { mutations.mutation(of: $0) },
                    example.value, reading)
            }
        }
    }

    /// What becomes of a text: anything but a crash will do.
    private func outcome(
        _ text: String, _ partials: [String: String], _ value: TemplateValue,
        _ reading: TemplateReading
    ) -> Result<String, TemplateError> {
        Result { () throws(TemplateError) in
            try Template(name: "page", text, partials: partials, reading: reading).render(value)
        }
    }
}
