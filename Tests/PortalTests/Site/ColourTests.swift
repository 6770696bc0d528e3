import Testing

@testable import Portal

@Suite struct ColourTests {
    /// The first two are in WCAG 2.2's own definition; the grey is the lightest that passes on
    /// white, as the WebAIM contrast checker gives it.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48), ("#0f4c5c", "#ffffff", 9.51), ("#ff0000", "#ffffff", 4.00),
    ])
    func `contrast is that of WCAG 2, whichever colour comes first`(
        _ one: String, _ other: String, _ expected: Double
    ) throws {
        let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
        #expect(abs(one.contrast(with: other) - expected) < 0.005)
        #expect(one.contrast(with: other) == other.contrast(with: one))
    }

    @Test(arguments: ["#0f4c5c", "#000000", "#0a0b0c", "#ffffff"])
    func `a colour is written as it is read`(_ text: String) {
        #expect(Colour(text)?.description == text)
        #expect(Colour(text.uppercased())?.description == text)
    }

    @Test(arguments: [
        "", "#", "0f4c5c", "#fff", "#0f4c5", "#0f4c5cc", "#0f4c5g", "#０f4c5c", "red", "#+f4c5c",
    ])
    func `nothing else is a colour`(_ text: String) {
        #expect(Colour(text) == nil)
    }
}
