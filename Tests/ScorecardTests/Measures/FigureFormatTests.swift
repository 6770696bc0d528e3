import Scorecard
import Testing

@Suite struct FigureFormatTests {
    @Test(arguments: [
        (ValueKind.percentage, 1, "52.2", "52.2 points"), (.percentage, 1, "-1", "1.0 point"),
        (.percentage, 1, "1.04", "1.0 point"), (.percentage, 1, "0.96", "1.0 point"),
        (.percentage, 1, "1.05", "1.1 points"), (.points, 0, "0.5", "1 point"),
        (.percentage, 1, "0.04", "0.04 points"), (.percentage, 1, "0", "0.0 points"),
        (.score, 2, "-0.04", "0.04"), (.count, 0, "1", "1"), (.count, 0, "0.4", "0.4"),
    ])
    func `a distance has its unit, as it is shown, and never looks like nothing`(
        kind: ValueKind, decimals: Int, difference: FixedDecimal, text: String
    ) {
        #expect(FigureFormat(kind: kind, decimals: decimals).distance(difference) == text)
    }
}
