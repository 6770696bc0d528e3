import Scorecard
import Testing

@Suite struct ForecastFaultTests {
    @Test(
        arguments: [
            (ValueKind.percentage, "", nil), (.percentage, "   ", nil), (.percentage, "61.5", nil),
            (.percentage, "61.5%", nil), (.percentage, "0", nil), (.percentage, "100", nil),
            (.percentage, "100.1", "must be between 0 and 100"),
            (.percentage, "−1", "must be between 0 and 100"),
            (.composition, "101", "must be between 0 and 100"),
            (.percentage, "about 60", "must be a number, like 14.3"),
            (.percentage, "£60", "must be a number, like 14.3, without a pound sign"),
            (.rate, "14.3", nil), (.rate, "-1", "must be 0 or more"),
            (.rate, "14%", "must be a number, like 14.3, without a percent sign"),
            (.count, "1,436", nil), (.count, "14.5", "must be a whole number, like 38"),
            (.count, "-4", "must be 0 or more"),
            (.count, "5%", "must be a whole number, like 38, without a percent sign"),
            (.count, "many", "must be a whole number, like 38"),
            (.score, "−0.24", nil), (.score, "240", nil), (.points, "-8", nil),
            (.score, "999999999999", "must be between −92 billion and 92 billion"),
        ])
    func `a forecast is a figure that can be`(kind: ValueKind, typed: String, words: String?) {
        #expect(EntryTerms.typed(kind).fault(ofForecast: typed) == words)
    }
}
