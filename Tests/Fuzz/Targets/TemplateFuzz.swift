import Mustache

/// Any text as a template and its partial, shown for values of every kind.
enum TemplateFuzz {
    static func run(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let texts = ["page": parts[0], "part": parts.count > 1 ? parts[1] : "{{title}}"]
        for reading in [TemplateReading.strict, .specification] {
            guard let library = library(texts, reading) else { continue }
            for value in values("<&>\"'") { show(library, texts, value) }
            if texts.values.allSatisfy(isEscapedAlone) { checkEscaping(library) }
        }
    }

    private static func library(
        _ texts: [String: String], _ reading: TemplateReading
    ) -> TemplateLibrary? {
        do throws(TemplateError) {
            return try TemplateLibrary(texts, reading: reading)
        } catch {
            check(error, texts)
            return nil
        }
    }

    private static func check(_ error: TemplateError, _ texts: [String: String]) {
        demand(!error.reason.isEmpty, "an error says something")
        // The text of a lambda is named by the place of its tag.
        guard let text = texts[error.template] else { return }
        let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        demand((1...lines).contains(error.line), "an error lies in its text: \(error)")
    }

    private static func show(
        _ library: TemplateLibrary, _ texts: [String: String], _ value: TemplateValue
    ) {
        let whole = shown(library, value)
        if case .failure(let error) = whole { check(error, texts) }
        guard case .success(let text) = whole else { return }
        var output: [UInt8] = [1]
        // It was shown a moment ago.
        try? library.render("page", value, into: &output)
        demand(output.dropFirst().elementsEqual(text.utf8), "what is shown is shown again alike")
    }

    private static func shown(
        _ library: TemplateLibrary, _ value: TemplateValue
    ) -> Result<String, TemplateError> {
        Result { () throws(TemplateError) in try library.render("page", value) }
    }

    /// Texts come out escaped wherever they stand: what a letter without meaning becomes must be
    /// all that the special ones change.
    private static func checkEscaping(_ library: TemplateLibrary) {
        let (plain, special) = ("\u{E000}", "<&>\"'")
        for (one, other) in zip(values(plain), values(special)) {
            switch (shown(library, one), shown(library, other)) {
            case (.success(let one), .success(let other)):
                let parts = one.unicodeScalars.split(
                    separator: "\u{E000}", omittingEmptySubsequences: false)
                let wanted = parts.map { String($0) }.joined(separator: "&lt;&amp;&gt;&quot;&#39;")
                demand(areSame(wanted, other), "texts are escaped: \(other)")
            case (.failure(let one), .failure(let other)):
                demand(one.line == other.line, "an error has one place: \(one), \(other)")
            case (.success, .failure), (.failure, .success):
                demand(false, "texts decide nothing")
            }
        }
    }

    /// Whether a template asks for nothing unescaped, changes no delimiters, and does not hold
    /// the letter that is looked for.
    private static func isEscapedAlone(_ text: String) -> Bool {
        let tight = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        return !text.utf8.contains { [UInt8(ascii: "&"), UInt8(ascii: "="), 0xEE].contains($0) }
            && !String(String.UnicodeScalarView(tight)).contains("{{{")
    }

    private static func values(_ text: String) -> [TemplateValue] {
        let row: TemplateValue = ["a": .text(text), "b": ["c": .text(text)], "x": .flag(true)]
        return [
            [
                "title": .text(text), "a": .text(text), "x": .flag(false), "rows": [row, row],
                "b": row, "name": .text("part"), "none": .absent, "number": .integer(.min),
            ],
            [
                "title": .absent, "a": .list([.text(text), .absent, .integer(0)]),
                "x": .list([]), "rows": .text(text), "b": .text(""), "name": .text(text),
                "none": row, "number": .flag(true),
            ],
            .text(text), .list([row, .text(text)]), .absent,
        ]
    }
}
