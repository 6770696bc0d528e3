/// The style that stands inside each report, so that the file needs no other.
struct ReportStyle {
    let text: String
    /// SHA-256 of the text in base 64, as browsers work it out.
    let digest: String

    /// What a browser may load for the report: nothing but this style.
    var policy: String { Self.policy(digest: digest) }

    /// The same for a style of which only the digest is known.
    static func policy(digest: String) -> String {
        "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    }

    /// Reads the style from the portal's own, with the council's colours.
    init(_ settings: Settings) throws {
        text =
            settings.colours.styleSheet
            + (try settings.folder("Public").text(of: "portal.css"))
        digest = ""
    }
}
