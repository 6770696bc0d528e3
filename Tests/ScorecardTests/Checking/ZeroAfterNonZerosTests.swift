import Scorecard
import Testing

@Suite struct ZeroAfterNonZerosTests {
    @Test(
        arguments: [
            (
                "0", ["3", "2", "4.2"],
                "The figure is zero, and none of the 3 before it was. Last time it was 4.2%."
            ),
            (
                "0", ["0", "3", "2", "4", "0.04"],
                "The figure is zero, and none of the 4 before it was. Last time it was 0.04%."
            ),
            ("0", ["2", "4"], nil), ("0", ["3", "0", "4"], nil), ("1", ["3", "2", "4"], nil),
        ] as [(FixedDecimal, [FixedDecimal?], String?)])
    func `a zero is doubted after three figures that were none`(
        value: FixedDecimal, before: [FixedDecimal?], question: String?
    ) throws {
        let found = try Plausibility(value, after: before, .typed(.percentage))
        #expect(found.question(.zeroAfterNonZeros) == question)
    }
}
