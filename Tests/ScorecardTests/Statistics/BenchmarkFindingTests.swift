import Scorecard
import Testing

@Suite struct BenchmarkFindingTests {
    // Wilson's interval of 43 in 200 by its formula: 16.3719% to 27.7023%.
    private func finding(_ benchmark: FixedDecimal, _ polarity: Polarity) throws -> BenchmarkFinding
    {
        let figure = Figure(
            period: try period("2025-26-AY"), value: "21.5", numerator: "43", denominator: "200")
        let unit = FigureUnit(kind: .percentage)
        return try #require(
            BenchmarkFinding(of: figure, with: benchmark, unit: unit, polarity: polarity))
    }

    @Test(
        arguments: [
            (
                "21.4", Polarity.highIsGood, "England",
                "Our figure could be 16.4% to 27.7%. England’s 21.4% lies within that, so the two are similar."
            ),
            (
                "15", .highIsGood, "England",
                "Our figure could be 16.4% to 27.7%. England’s 15.0% is below that, so ours is better."
            ),
            (
                "30", .highIsGood, "England",
                "Our figure could be 16.4% to 27.7%. England’s 30.0% is above that, so ours is worse."
            ),
            (
                "30", .lowIsGood, "North West",
                "Our figure could be 16.4% to 27.7%. North West’s 30.0% is above that, so ours is better."
            ),
            (
                "27.71", .lowIsGood, "Statistical neighbours",
                "Our figure could be 16.4% to 27.7%. Statistical neighbours’ 27.71% is above that, so ours is better."
            ),
            (
                "16.37", .context, "England",
                "Our figure could be 16.4% to 27.7%. England’s 16.370% is below that, so ours is higher."
            ),
            (
                "30", .betweenIsGood, "England",
                "Our figure could be 16.4% to 27.7%. England’s 30.0% is above that, so ours is lower."
            ),
        ] as [(FixedDecimal, Polarity, String, String)])
    func `a comparison is a sentence with its numbers`(
        benchmark: FixedDecimal, polarity: Polarity, area: String, expected: String
    ) throws {
        let sentence = try finding(benchmark, polarity).sentence(naming: area, in: .percentage)
        #expect(sentence == expected)
    }

    // None and all have an end of their interval at exactly 0 and 100.
    @Test(arguments: [("0", "0"), ("50", "100")] as [(FixedDecimal, FixedDecimal)])
    func `a benchmark on the end of the interval lies within it`(
        numerator: FixedDecimal, value: FixedDecimal
    ) throws {
        let figure = Figure(
            period: try period("2025-26-AY"), value: value, numerator: numerator,
            denominator: "50")
        let unit = FigureUnit(kind: .percentage)
        let found = try #require(
            BenchmarkFinding(of: figure, with: value, unit: unit, polarity: .highIsGood))
        #expect(found.comparison == .similar)
        let sentence = found.sentence(naming: "England", in: .percentage)
        #expect(sentence.hasSuffix("lies within that, so the two are similar."))
    }

    @Test func `a figure without an interval is not compared`() throws {
        let figure = try figure("2025-26-AY", "21.5")
        let unit = FigureUnit(kind: .percentage)
        #expect(BenchmarkFinding(of: figure, with: "20", unit: unit, polarity: .highIsGood) == nil)
    }

    @Test func `counts of two areas are not compared`() throws {
        let figure = try figure("2025-26-AY", "21")
        let finding = BenchmarkFinding(
            of: figure, with: "20", unit: FigureUnit(kind: .count), polarity: .highIsGood)
        #expect(finding == nil)
        #expect(ConfidenceInterval(of: figure, in: FigureUnit(kind: .count)) != nil)
    }

    @Test func `words are those of the key`() {
        #expect(
            BenchmarkComparison.allCases.map(\.words) == [
                "Better", "Similar", "Worse", "Higher", "Lower",
            ])
    }
}
