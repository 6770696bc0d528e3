import Scorecard
import Testing

@Suite struct BenchmarkTests {
    private static let format = FigureFormat(kind: .percentage, decimals: 1)
    // Placement stability in 2025 of Stockport's ten statistical neighbours (2025 model), one
    // withheld here: the mean and the median disagree.
    private static let neighbours = Neighbours(
        ["73", "56", "71", "71", nil, "70", "67", "72", "75", "65"] as [FixedDecimal?])

    @Test(arguments: [
        (
            BenchmarkMethod.mean, "68.88888889",
            "The mean of 9 of 10 statistical neighbours (2025 model) is 68.9% for 2024/25."
        ),
        (
            .median, "71",
            "The median of 9 of 10 statistical neighbours (2025 model) is 71.0% for 2024/25."
        ),
    ])
    func `the benchmark of a set says its method, set and coverage`(
        method: BenchmarkMethod, value: FixedDecimal, sentence: String
    ) throws {
        let benchmark = try #require(
            Benchmark(
                method, of: Self.neighbours, in: "statistical neighbours (2025 model)",
                period("2024-25-FY")))
        #expect(benchmark.value == value)
        #expect(benchmark.coverage?.words == "9 of 10")
        #expect(benchmark.sentence(in: Self.format) == sentence)
    }

    @Test func `the benchmark of one area says the area`() throws {
        let benchmark = Benchmark(publishedFor: "England", try figure("2024-25-FY", "70.04"))
        #expect(benchmark.value == "70.04")
        #expect(benchmark.coverage == nil)
        #expect(
            benchmark.sentence(in: Self.format) == "England’s figure is 70.0% for 2024/25.")
    }

    @Test func `a benchmark of one day is at that day, and names in s own with an apostrophe`()
        throws
    {
        let benchmark = Benchmark(publishedFor: "St Helens", try figure("2025-03-31", "12"))
        #expect(
            benchmark.sentence(in: Self.format) == "St Helens’ figure is 12.0% at 31 March 2025.")
        let none = Benchmark(publishedFor: "England", try figure("2025-03-31", nil, .notAvailable))
        #expect(
            none.sentence(in: Self.format) == "There is no figure of England at 31 March 2025.")
        let median = try #require(
            Benchmark(.median, of: Self.neighbours, in: "neighbours", period("2025-03-31")))
        #expect(
            median.sentence(in: Self.format)
                == "The median of 9 of 10 neighbours is 71.0% at 31 March 2025.")
    }

    @Test func `a withheld or missing benchmark is not shown`() throws {
        let withheld = Benchmark(
            publishedFor: "Trafford", try figure("2024-25-FY", "70", .confidential))
        #expect(withheld.value == nil)
        #expect(
            withheld.sentence(in: Self.format) == "There is no figure of Trafford for 2024/25.")
        let none = try #require(
            Benchmark(.mean, of: Neighbours([nil, nil]), in: "neighbours", period("2024-25-FY")))
        #expect(none.value == nil)
        #expect(none.coverage?.words == "0 of 2")
    }

    @Test func `nothing is published for a set`() throws {
        #expect(
            Benchmark(.published, of: Self.neighbours, in: "neighbours", try period("2024-25-FY"))
                == nil)
    }
}
