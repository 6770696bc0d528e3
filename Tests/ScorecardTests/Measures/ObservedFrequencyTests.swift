import Scorecard
import Testing

@Suite struct ObservedFrequencyTests {
    @Test(
        arguments: [
            (["2025-03-31", "2024-03-31", "2023-03-31"], Frequency.annual),
            // Term-time counts fall on another Thursday each January.
            (["2025-01-16", "2024-01-18", "2023-01-19"], .annual),
            // A year without results.
            (["2024-25-AY", "2023-24-AY", "2022-23-AY", "2018-19-AY"], .annual),
            (["2025-01-16", "2024-01-18", "2020-01-16", "2019-01-17"], .annual),
            (["2024-25-AY", "2018-19-AY", "2017-18-AY", "2016-17-AY"], .annual),
            (["2026-27-Q1", "2025-26-Q4", "2025-26-Q3"], .quarterly),
            (["2025-26-Q4", "2024-25-Q4"], .annual), (["2026-09", "2026-08"], .monthly),
            (["2026-09-30", "2026-06-30"], .quarterly),
            // A yearly count that is taken every quarter from now on, and one that is not.
            (["2026-09-30", "2026-06-30", "2025-03-31", "2024-03-31", "2023-03-31"], .quarterly),
            (["2026-04-02", "2026-03-31", "2025-03-31", "2024-03-31"], .annual),
            (["2024-25-SUM", "2024-25-SPR", "2024-25-AUT"], .termly),
            (["2021-24-P3", "2020-23-P3"], .annual), (["2025-26-T2", "2025-26-T1"], .termly),
            (["2025-03-31"], nil), ([], nil), (["2025-03-31", "2022-03-31"], nil),
            (["2025-03-31", "2025-03-25"], nil),
        ] as [([String], Frequency?)])
    func `a series shows how often it comes`(codes: [String], frequency: Frequency?) throws {
        #expect(Frequency(observedIn: try codes.map { try figure($0, "1") }) == frequency)
    }

    @Test func `figures that are not known or of another kind are passed over`() throws {
        let figures = [
            try figure("2026-03-31", nil, .notAvailable), try figure("2025-03-31", "1"),
            try figure("2024-25-FY", "2"), try figure("2024-12-31", nil, .notAvailable),
            try figure("2024-03-31", nil, .confidential),
        ]
        #expect(Frequency(observedIn: figures) == .annual)
        #expect(Frequency(observedIn: Array(figures.prefix(1))) == nil)
    }
}
