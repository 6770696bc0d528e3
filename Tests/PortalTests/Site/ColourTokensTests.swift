import Testing

@testable import Portal

/// The colours of the style sheet, held to the contrast that they need where they are used.
@Suite struct ColourTokensTests {
    private let tokens: [String: Colour]

    init() throws {
        let css = try Folder(path: Settings.project).text(of: "Public/portal.css")
        var tokens: [String: Colour] = [
            "brand": BrandColours.usual.brand, "brand-deep": BrandColours.usual.deep,
            "brand-soft": BrandColours.usual.soft, "brand-ink": BrandColours.usual.ink,
        ]
        for match in css.matches(of: #/--([a-z0-9-]+): (#[0-9a-f]{6});/#) {
            tokens[String(match.1)] = Colour(String(match.2))
        }
        self.tokens = tokens
    }

    private func contrast(_ one: String, _ other: String) throws -> Double {
        try #require(tokens[one], "\(one)").contrast(with: try #require(tokens[other], "\(other)"))
    }

    @Test(arguments: [
        ("ink", "paper"), ("ink", "tint"), ("ink-2", "paper"), ("ink-2", "tint"),
        ("ink-2", "tint-2"), ("ink-3", "paper"), ("ink-3", "tint"), ("brand", "paper"),
        ("brand-deep", "paper"), ("brand-deep", "brand-soft"), ("brand-ink", "brand"),
        ("brand-ink", "brand-deep"), ("link", "paper"), ("link", "tint"),
        ("link-hover", "paper"), ("link-hover", "tint"), ("visited", "paper"),
        ("visited", "tint"), ("ink", "focus"), ("on-text", "paper"), ("on-text", "on-soft"),
        ("near-text", "near-soft"), ("near-text", "near"), ("near-text", "paper"),
        ("ink-2", "near-soft"), ("ink", "near"), ("off-text", "off-soft"), ("off-text", "paper"),
        ("ink-2", "off-soft"), ("paper", "off"), ("better", "paper"), ("better", "tint"),
        ("worse", "paper"), ("worse", "tint"), ("purple-text", "purple-soft"),
        ("blue-text", "blue-soft"), ("ink", "tint-2"),
    ])
    func `words can be read on their ground`(_ words: String, _ ground: String) throws {
        let found = try contrast(words, ground)
        #expect(found >= 4.5, "\(words) on \(ground): \(found)")
    }

    /// What carries a meaning without words; bands and grey dots have an outline for that.
    @Test(arguments: [
        ("on", "paper"), ("on-bar", "paper"), ("near-text", "near"), ("off", "paper"),
        ("none", "paper"), ("line-strong", "paper"), ("better", "paper"), ("worse", "paper"),
        ("dot-line", "paper"), ("ink-3", "paper"), ("focus", "brand"), ("focus", "ink"),
        ("ink-3", "tint-2"), ("none", "tint-2"), ("better", "band"), ("worse", "band"),
    ])
    func `a mark stands out from its ground`(_ mark: String, _ ground: String) throws {
        let found = try contrast(mark, ground)
        #expect(found >= 3, "\(mark) on \(ground): \(found)")
    }
}
