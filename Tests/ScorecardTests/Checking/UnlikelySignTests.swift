import Scorecard
import Testing

@Suite struct UnlikelySignTests {
    @Test(
        arguments: [
            ("-3.2", ["3.1", "3.3"], "−3.2% is below zero, and no figure before was."),
            ("-3.2", [], "−3.2% is below zero."), ("-0.04", [], "−0.04% is below zero."),
            ("-3.2", ["3.1", "-1", "3.3"], nil), ("3.2", ["-3.1", "-3.3"], nil),
            ("0", ["-3.1"], nil),
        ] as [(FixedDecimal, [FixedDecimal?], String?)])
    func `a percentage is rarely below zero`(
        value: FixedDecimal, before: [FixedDecimal?], question: String?
    ) throws {
        let found = try Plausibility(value, after: before, .typed(.percentage))
        #expect(found.question(.sign) == question)
    }

    @Test(
        arguments: [
            (
                "0.27", ["-0.2", "-0.3", "-0.2", "-0.1"],
                "0.27 is above zero, and all 4 figures before were below zero."
            ),
            (
                "-0.27", ["0.2", "0.3", "0.2", "0.1"],
                "−0.27 is below zero, and all 4 figures before were above zero."
            ),
            ("0.27", ["-0.2", "-0.3", "-0.2"], nil), ("0.27", ["-0.2", "-0.3", "0", "-0.1"], nil),
            ("-0.27", ["-0.2", "-0.3", "-0.2", "-0.1"], nil),
            ("0", ["-0.2", "-0.3", "-0.2", "-0.1"], nil),
        ] as [(FixedDecimal, [FixedDecimal?], String?)])
    func `a score is doubted on the side of zero where none of four was`(
        value: FixedDecimal, before: [FixedDecimal?], question: String?
    ) throws {
        let found = try Plausibility(value, after: before, .typed(.score, decimals: 2))
        #expect(found.question(.sign) == question)
    }
}
