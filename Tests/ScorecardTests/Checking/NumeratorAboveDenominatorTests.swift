import Scorecard
import Testing

@Suite struct NumeratorAboveDenominatorTests {
    private func doubts(
        _ top: FixedDecimal, _ bottom: FixedDecimal, _ kind: ValueKind
    ) throws -> [Doubt] {
        let figure = Figure(
            period: try period("2026-27-Q1"), ratio: try Ratio(of: top, in: bottom))
        return Plausibility(figure, terms: .ratio(kind), history: []).doubts
    }

    @Test func `more than there are is doubted with the result`() throws {
        let doubt = try #require(try doubts("143", "19", .percentage).first)
        #expect(doubt.kind == .numeratorAboveDenominator)
        #expect(doubt.summary == "the top number is greater than the bottom number")
        #expect(
            doubt.question == """
                The top number (143) is greater than the bottom number (19), so the result is \
                752.6%.
                """)
    }

    @Test func `the result is never shown as all`() throws {
        let question = try #require(try doubts("10001", "10000", .composition).first?.question)
        #expect(question.hasSuffix("(10,000), so the result is 100.01%."))
    }

    @Test(
        arguments: [
            ("19", "19", ValueKind.percentage), ("18", "19", .percentage), ("143", "19", .rate),
        ] as [(FixedDecimal, FixedDecimal, ValueKind)])
    func `all of them are not, nor more events than people`(
        top: FixedDecimal, bottom: FixedDecimal, kind: ValueKind
    ) throws {
        #expect(try doubts(top, bottom, kind).isEmpty)
    }
}
