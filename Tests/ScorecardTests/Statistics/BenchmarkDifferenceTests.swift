import Scorecard
import Testing

@Suite struct BenchmarkDifferenceTests {
    private static let format = FigureFormat(kind: .percentage, decimals: 1)

    @Test(
        arguments: [
            ("54.7", "52.7", "England’s figure is 52.7%, 2.0 points lower than Stockport."),
            (
                "16.56", "18.13",
                "England’s figure is 18.13%, 1.57 points higher than Stockport’s 16.56%."
            ),
            ("66.6", "66.6", "England’s figure is 66.6%, the same as Stockport."),
        ] as [(FixedDecimal, FixedDecimal, String)])
    func `a difference is told with numbers that agree`(
        own: FixedDecimal, benchmark: FixedDecimal, sentence: String
    ) throws {
        let difference = try #require(
            BenchmarkDifference(
                of: figure("2024-25-FY", own), with: figure("2024-25-FY", benchmark)))
        #expect(
            difference.sentence(naming: "England", beside: "Stockport", in: Self.format)
                == sentence)
    }

    @Test(
        arguments: [
            ("32.04826", "35.9965", "4.0 points higher than England"),
            ("54.7", "53.7", "1.0 point lower than England"),
            ("66.61", "66.62", "about the same as England"),
            ("66.6", "66.6", "the same as England"),
        ] as [(FixedDecimal, FixedDecimal, String)])
    func `beside rounded figures the difference is theirs`(
        own: FixedDecimal, benchmark: FixedDecimal, words: String
    ) throws {
        let difference = try #require(
            BenchmarkDifference(
                of: figure("2024-25-FY", own), with: figure("2024-25-FY", benchmark)))
        #expect(difference.roundedWords(beside: "England", in: Self.format) == words)
    }

    @Test func `nothing is said beside a figure that is missing or withheld`() throws {
        let (known, withheld) = (
            try figure("2024-25-FY", "1"), try figure("2024-25-FY", "2", .confidential)
        )
        #expect(BenchmarkDifference(of: known, with: withheld) == nil)
        #expect(BenchmarkDifference(of: withheld, with: known) == nil)
        #expect(BenchmarkDifference(of: known, with: try figure("2024-25-FY", nil)) == nil)
    }
}
