import Mustache

/// The style that stands inside each report, so that the file needs no other.
///
/// It is the portal's own: of its rules those that the templates of reports, and the drawings in
/// them, could follow.
struct ReportStyle: Equatable, Sendable {
    let text: String

    /// SHA-256 of the text in base 64, as browsers work it out.
    var digest: String { Self.base64(sha256(Array(text.utf8))) }

    /// What a browser may load for the report: nothing but this style.
    var policy: String { Self.policy(digest: digest) }

    /// The same for a style of which only the digest is known.
    static func policy(digest: String) -> String {
        "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    }

    /// Reads the style from the portal's own, with the council's colours.
    init(_ settings: Settings) throws {
        self.init(
            settings.colours,
            try ReportRules(
                settings, TemplateLibrary.texts(below: settings.folder("Templates"))))
    }

    /// The same of rules that were read before.
    init(_ colours: BrandColours, _ rules: ReportRules) {
        text = StyleRules.text(of: colours.styleSheet, for: rules.names) + rules.text
    }

    private init(text: String) { self.text = text }

    /// The style with rules of a report's own after it.
    func with(_ rules: String) -> ReportStyle { ReportStyle(text: text + rules) }

    /// The bytes of a number in hexadecimal, in base 64 (RFC 4648, 4).
    static func base64(_ hexadecimal: String) -> String {
        let digits = hexadecimal.compactMap { $0.hexDigitValue.map(UInt8.init) }
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { place in
            digits[place] << 4 | digits[place + 1]
        }
        let text = Base64URL.text(bytes).map { letter -> Character in
            letter == "-" ? "+" : letter == "_" ? "/" : letter
        }
        return String(text) + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}

/// The rules of the portal's own style that reports could follow, whatever the council's colours.
struct ReportRules: Sendable {
    /// What reports show.
    let names: StyleNames
    let text: String

    /// Reads the style; what templates are not there name nothing.
    init(_ settings: Settings, _ templates: [String: String]) throws {
        var names = StyleNames(of: "editions/document/show") { templates[$0] ?? "" }
        names.add(elements: Self.drawnElements, classesBeginning: Self.drawnClasses)
        self.names = names
        text = StyleRules.text(
            of: try settings.folder("Public").text(of: "portal.css"), for: names)
    }

    /// What the charts draw with, which no template names.
    private static let drawnElements = [
        "svg", "g", "title", "desc", "rect", "line", "path", "circle", "polyline", "polygon",
        "text", "tspan", "use",
    ]
    private static let drawnClasses = [
        "chart", "g-", "gapstrip", "mix", "p-", "spark", "spine", "t-",
    ]
}
