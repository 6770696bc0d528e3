import Scorecard
import Testing

/// The rules at their edges; the truth tables of ``ControlChartTests`` hold whole series.
@Suite struct ControlSignalsTests {
    /// A point's signal as one letter: O, T, N or R, small below and falling, a point without.
    private func letters(_ values: [Double], baseline: Int? = nil) -> String {
        let points = ControlChart(values, baseline: baseline, screening: false).points
        return points.map { point in
            switch point.signal {
            case nil: "."
            case .outsideLimits(.above): "O"
            case .outsideLimits(.below): "o"
            case .trend(.above): "T"
            case .trend(.below): "t"
            case .nearLimit(.above): "N"
            case .nearLimit(.below): "n"
            case .run(.above): "R"
            case .run(.below): "r"
            }
        }.joined()
    }

    /// Mean 0 and limits of ∓26.6, set by the first two; the third, on the mean, ends every row.
    ///
    /// Two thirds of the way to a limit is 17.73.
    private static let base: [Double] = [-5, 5, 0]

    @Test(arguments: [
        ([1, 2, 1, 2, 1, 2], "........."), ([1, 2, 1, 2, 1, 2, 1], "...RRRRRRR"),
        ([-1, -2, -1, -2, -1, -2, -1], "...rrrrrrr"),
        ([1, 2, 1, 0, 1, 2, 1, 2], "..........."),
        ([1, 2, 1, 2, 1, 2, 1, 2, 1, -1], "...RRRRRRRRR."),
    ])
    func `a run is seven or more on one side of the mean`(values: [Double], expected: String) {
        #expect(letters(Self.base + values, baseline: 2) == expected)
    }

    @Test(arguments: [
        ([-6, -4, -2, 1, 2, 3], "........."), ([-6, -4, -2, 1, 2, 3, 4], "...TTTTTTT"),
        ([6, 4, 2, -1, -2, -3, -4, -5], "...tttttttt"),
        ([-6, -4, -2, 0, 0, 1, 2, 3], "..........."),
    ])
    func `a trend is seven or more that rise or fall each time`(
        values: [Double], expected: String
    ) {
        #expect(letters(Self.base + values, baseline: 2) == expected)
    }

    @Test func `the turning point of two trends belongs to the earlier`() {
        let values: [Double] = [-6, -4, -2, 1, 2, 3, 4, 3, 2, 1, -2, -4, -6]
        #expect(letters(Self.base + values, baseline: 2) == "...TTTTTTTtttttt")
    }

    @Test(arguments: [
        ([18, 18, 1], "...NN."), ([18, 1, 18], "...N.N"), ([1, 18, 18], "....NN"),
        ([17.7, 17.8, 1], "......"), ([17.8, 17.8, 1], "...NN."), ([18, 18, -1], "......"),
        ([18, 1, 1, 18], "......."), ([-18, -18, -1], "...nn."), ([18, 18, 18], "...NNN"),
        ([26.5, 26.7, 1], "....O."), ([18, 18, 0], "......"),
    ])
    func `two of three near one limit are a signal`(values: [Double], expected: String) {
        #expect(letters(Self.base + values, baseline: 2) == expected)
    }

    @Test func `a point on a limit is within it`() {
        let limits = ControlChart(Self.base, baseline: 2, screening: false).points[0].limits
        #expect(letters(Self.base + [limits.upper], baseline: 2) == "....")
        #expect(letters(Self.base + [limits.upper.nextUp], baseline: 2) == "...O")
        #expect(letters(Self.base + [limits.lower], baseline: 2) == "....")
        #expect(letters(Self.base + [limits.lower.nextDown], baseline: 2) == "...o")
    }

    @Test func `outside stands before trend, trend before near, near before run`() {
        let rising: [Double] = [1, 4, 8, 12, 16, 19, 22, 30]
        #expect(letters(Self.base + rising, baseline: 2) == "..TTTTTTTTO")
        let high: [Double] = [1, 2, 1, 2, 1, 18, 18]
        #expect(letters(Self.base + high, baseline: 2) == "...RRRRRNN")
    }

    @Test func `no rule looks across a break`() {
        let values = [Double](repeating: 1, count: 6) + [Double](repeating: 2, count: 6)
        let chart = ControlChart(values + [9, 9, 9, 9, 9, 9, 9, 9], breaks: [6, 12])
        #expect(chart.points.allSatisfy { $0.signal == nil })
    }
}
