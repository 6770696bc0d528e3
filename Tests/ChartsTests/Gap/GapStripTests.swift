import Charts
import Testing

@Suite struct GapStripTests {
    @Test func `the worse-off group is a circle and the other a diamond, joined`() throws {
        let strip = GapStrip(lessAdvantaged: 25, moreAdvantaged: 75, range: 0...100).svg()
        #expect(strip.contains(#"<circle class="g-local-dot" cx="44" cy="11" r="5"/>"#))
        #expect(strip.contains(#"<path class="g-comp-dot" d="M116 4.5"#))
        #expect(strip.contains(#"<line class="g-link" x1="44" y1="11" x2="116" y2="11"/>"#))
        #expect(strip.contains(#"aria-hidden="true""#))
    }

    @Test func `a figure beyond the range stands at its end`() {
        let strip = GapStrip(lessAdvantaged: -5, moreAdvantaged: 130, range: 0...100).svg()
        #expect(strip.contains(#"cx="8""#))
        #expect(strip.contains(#"x2="152" y2="11""#))
    }

    @Test(arguments: [
        (Double.nan, 1.0, 0.0...1.0), (0, .infinity, 0...1), (0, 1, 1...1),
    ])
    func `nothing is drawn of what is no number, or on no range`(
        less: Double, more: Double, range: ClosedRange<Double>
    ) {
        #expect(GapStrip(lessAdvantaged: less, moreAdvantaged: more, range: range).svg() == "")
    }
}
