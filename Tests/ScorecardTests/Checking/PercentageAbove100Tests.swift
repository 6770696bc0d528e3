import Scorecard
import Testing

@Suite struct PercentageAbove100Tests {
    @Test(
        arguments: [
            ("465", ValueKind.percentage, "465.0% is more than 100%."),
            ("100.04", .composition, "100.04% is more than 100%."),
            ("100", .percentage, nil), ("465", .rate, nil), ("465", .score, nil),
        ] as [(FixedDecimal, ValueKind, String?)])
    func `only a percentage is doubted for being more than all`(
        value: FixedDecimal, kind: ValueKind, question: String?
    ) throws {
        let found = try Plausibility(value, after: [], .typed(kind))
        #expect(found.question(.percentageAbove100) == question)
    }
}
