/// What each printed page of a report says in its margins.
struct ReportMargins {
    /// At the foot, beside the number of the page.
    let title: String
    /// At the head: what is invented.
    let demonstration: String?
    /// At the head: who may read it, and that it is not approved.
    let warnings: [String]

    /// The rules of style that print them.
    var style: String {
        var style = "@page{@bottom-left{content:\(Self.quoted(title))}"
        if let demonstration { style += Self.box("top-left", demonstration) }
        if !warnings.isEmpty { style += Self.box("top-right", warnings.joined(separator: " ")) }
        return style + "}"
    }

    private static func box(_ place: String, _ words: String) -> String {
        "@\(place){content:\(quoted(words));font:bold 8pt sans-serif;color:#16202b}"
    }

    /// A text as styles have it: whatever could end it, or the style, by its number.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.value >= 32 && !"\"\\<>{}&".unicodeScalars.contains(scalar)
            quoted += isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
        }
        return quoted + "\""
    }
}
