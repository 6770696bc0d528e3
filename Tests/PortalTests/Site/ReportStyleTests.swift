import Testing

@testable import Portal

/// The style that stands in reports.
@Suite struct ReportStyleTests {
    private let style: ReportStyle
    private let settings: Settings

    init() throws {
        settings = try TestPortal.harbourside.get().settings
        style = try ReportStyle(settings)
    }

    @Test func `it is small and asks for nothing`() {
        #expect(style.text.utf8.count < 40_000)
        for word in ["url(", "@import", "@font-face", "</", "/*"] {
            #expect(!style.text.contains(word))
        }
        #expect(style.text.count { $0 == "{" } == style.text.count { $0 == "}" })
        #expect(style.text.contains("--brand:"))
        #expect(style.text.contains("counter(page)"))
    }

    /// The digest of a text that others have worked out: `printf '' | openssl dgst -sha256
    /// -binary | base64` and so on.
    @Test func `browsers know it by its digest`() throws {
        let more = style.with("a{}")
        #expect(more.text == style.text + "a{}")
        #expect(more.digest != style.digest)
        #expect(style.digest.count == 44 && style.digest.hasSuffix("="))
        #expect(style.policy.contains("style-src 'sha256-\(style.digest)'"))
        #expect(style.policy.hasPrefix("default-src 'none'"))
        #expect(
            ReportStyle.base64(sha256([]))
                == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }

    @Test func `every class in a report has the rules that the portal gives it`() throws {
        let known = try Self.classes(in: settings.folder("Public").text(of: "portal.css"))
        let kept = Self.classes(in: style.text)
        for portal in [try TestPortal.harbourside.get(), try TestPortal.real.get()] {
            let page = try ReportPaper(of: portal).page()
            let used = Set(page.descendants.flatMap(\.classes).map(String.init))
            #expect(used.intersection(known).subtracting(kept).isEmpty)
        }
    }

    /// The names after a dot.
    private static func classes(in css: String) -> Set<String> {
        Set(
            css.split(separator: ".").dropFirst().map { part in
                String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            }.filter { $0.first?.isLetter == true })
    }
}
