import Scorecard
import Testing

@Suite struct ChangeSizeTests {
    /// Each with figures of 2022/23 to 2024/25, worked out by hand: the last less the one before,
    /// over the highest less the lowest.
    @Test(
        arguments: [
            (["10", "20", "15"], Polarity.highIsGood, -0.5),
            (["10", "20", "15"], .lowIsGood, 0.5),
            (["10", "20", "30"], .highIsGood, 0.5),
            (["10", "15", "30"], .lowIsGood, -0.75),
            // Two figures are the whole of what it moved.
            (["", "4", "3"], .highIsGood, -1),
            (["1", "7", "7"], .highIsGood, 0),
            (["1", "7", "8"], .context, nil),
            (["1", "7", "8"], .unconfirmed, nil),
        ] as [([String], Polarity, Double?)])
    func `a change is held against the range of the measure's figures`(
        values: [String], polarity: Polarity, size: Double?
    ) throws {
        let history = try figures(values)
        let change = try #require(Change(of: history[0], since: history, .init(polarity)))
        #expect(change.size(in: history) == size)
    }

    @Test func `the same move counts for more where figures hardly move`() throws {
        let calm = try figures(["50", "50", "52"])
        let wild = try figures(["20", "80", "75"])
        let sizes = try [calm, wild].map { history in
            try #require(
                Change(of: history[0], since: history, .init(.lowIsGood))?.size(in: history))
        }
        #expect(abs(sizes[0]) > abs(sizes[1]))
    }

    @Test func `what cannot be compared has no size`() throws {
        let history = try figures(["1", "2", "3"])
        let broken = SeriesBreak(first: history[0].period, reason: "counted anew")
        let change = try #require(
            Change(of: history[0], since: history, .init(.highIsGood), breaks: [broken]))
        #expect(change.size(in: history) == nil)
    }

    @Test func `a withheld figure is no part of the range`() throws {
        var history = try figures(["1", "2", "3"])
        history[2] = Figure(
            period: history[2].period, value: FixedDecimal(100), marker: .confidential)
        let change = try #require(Change(of: history[0], since: history, .init(.highIsGood)))
        #expect(change.size(in: history) == 1)
    }

    @Test func `a size stays between the worst and the best`() throws {
        let ends = ["-92233720368.54775808", "92233720368.54775807", "0.00000001"]
        for first in ends {
            for second in ends where first != second {
                let history = try figures(["", first, second])
                let change = Change(of: history[0], since: history, .init(.highIsGood))
                if let size = change?.size(in: history) { #expect((-1.0...1).contains(size)) }
            }
        }
    }

    /// Yearly figures, latest first; an empty value is no figure.
    private func figures(_ values: [String]) throws -> [Figure] {
        try zip(["2022-23-FY", "2023-24-FY", "2024-25-FY"], values).compactMap { code, value in
            guard !value.isEmpty else { return nil }
            return Figure(
                period: try #require(Period(code)), value: FixedDecimal(value))
        }.reversed()
    }
}
