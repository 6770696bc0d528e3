import Scorecard
import Testing

@Suite struct ChangeExplanationTests {
    @Test(
        arguments: [
            ("9.9", "7.8", nil, "7.8% is 2.1 points lower than the 9.9% for 2024/25: worse."),
            ("9.9", "10.9", nil, "10.9% is 1.0 point higher than the 9.9% for 2024/25: better."),
            ("9.94", "9.9", nil, "9.90% is 0.04 points lower than the 9.94% for 2024/25: worse."),
            (
                "84.649", "84.595", nil,
                "84.60% is 0.05 points lower than the 84.65% for 2024/25: worse."
            ),
            (
                "66.85", "67.84", nil,
                "67.84% is 0.99 points higher than the 66.85% for 2024/25: better."
            ),
            (
                "1.00000004", "1.00000005", nil,
                "1.00000005% is 0.00000001 points higher than the 1.00000004% for 2024/25: better."
            ),
            ("-0.3", "0.2", nil, "0.2% is 0.5 points higher than the −0.3% for 2024/25: better."),
            ("9.9", "9.9", nil, "9.9% is the same as the figure for 2024/25."),
            (
                "9.9", nil, nil,
                "It cannot be compared with the figure for 2024/25: one of them is not shown."
            ),
            (
                "9.9", "12", "a new form",
                "It cannot be compared with the figure for 2024/25: a new form."
            ),
        ] as [(FixedDecimal, FixedDecimal?, String?, String)])
    func `a change is explained with its numbers`(
        before: FixedDecimal, after: FixedDecimal?, reason: String?, sentence: String
    ) throws {
        let breaks = try reason.map { SeriesBreak(first: try period("2025-26-FY"), reason: $0) }
        let change = try #require(
            Change(
                of: try figure("2025-26-FY", after, after == nil ? .confidential : nil),
                since: [try figure("2024-25-FY", before)], GoodDirection(.highIsGood),
                breaks: breaks.map { [$0] } ?? []))
        let format = FigureFormat(kind: .percentage, decimals: 1)
        #expect(change.explanation(in: format) == sentence)
    }

    @Test func `a count of one day is compared with one at a day`() throws {
        let change = try #require(
            Change(
                of: try figure("2026-03-31", "12"), since: [try figure("2025-03-31", "10")],
                GoodDirection(.context)))
        #expect(change.explanation(in: .count) == "12 is 2 higher than the 10 at 31 March 2025.")
    }

    @Test(arguments: Array(UInt64(1)...20))
    func `the two figures differ by the third number, as all are shown`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<100 {
            let before = FixedDecimal(
                hundredMillionths: .random(in: -9_000_000_000...9_000_000_000, using: &random))
            let step = FixedDecimal(
                hundredMillionths: .random(in: -200_000_000...200_000_000, using: &random)
            ).rounded(to: Int.random(in: 0...8, using: &random))
            let after: FixedDecimal = try #require((before + step) as FixedDecimal?)
            guard step != .zero else { continue }
            let change = try #require(
                Change(
                    of: try figure("2025-26-FY", after), since: [try figure("2024-25-FY", before)],
                    GoodDirection(.context)))
            let format = FigureFormat(
                kind: .score, decimals: Int.random(in: 0...4, using: &random))
            let sentence = change.explanation(in: format)
            let words = sentence.split(separator: " ").map(String.init)
            let numbers = try [0, 2, 6].map { try DecimalInput(words[$0]).value }
            let difference: FixedDecimal = try #require(
                (numbers[0] - numbers[2]) as FixedDecimal?)
            #expect(difference.magnitude == numbers[1], "seed \(seed): \(sentence)")
            #expect(numbers[1] > .zero, "seed \(seed): \(sentence)")
        }
    }
}
