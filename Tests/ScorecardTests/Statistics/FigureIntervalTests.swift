import Scorecard
import Testing

@Suite struct FigureIntervalTests {
    private func interval(
        _ value: FixedDecimal?, _ parts: (FixedDecimal, FixedDecimal)?, _ kind: ValueKind,
        per multiplier: Int32 = 1, _ marker: QualityMarker? = nil
    ) throws -> ConfidenceInterval? {
        let figure = Figure(
            period: try period("2025-26-AY"), value: value, numerator: parts?.0,
            denominator: parts?.1, marker: marker)
        return ConfidenceInterval(of: figure, in: FigureUnit(kind: kind, multiplier: multiplier))
    }

    // Wilson's interval of 43 in 200 by its formula: 16.3719% to 27.7023%.
    @Test(arguments: [ValueKind.percentage, .composition])
    func `shares have Wilson's interval, per hundred`(kind: ValueKind) throws {
        let found = try interval("21.5", ("43", "200"), kind)
        #expect(agree(found?.lower, 16.371876254507584))
        #expect(agree(found?.upper, 27.702307348996613))
    }

    @Test func `a share kept as 100 minus what was counted has the interval of the remainder`()
        throws
    {
        let found = try interval("78.5", ("43", "200"), .percentage)
        #expect(agree(found?.lower, 100 - 27.702307348996613))
        #expect(agree(found?.upper, 100 - 16.371876254507584))
        let even = try interval("50", ("100", "200"), .percentage)
        #expect(even.map { agree($0.lower + $0.upper, 100) } == true)
    }

    // Byar's interval of 25 events by its formula: 16.1743 to 36.9065.
    @Test func `rates and counts have the interval of their events`() throws {
        let rate = try interval("250", ("25", "1000"), .rate, per: 10_000)
        #expect(agree(rate?.lower, 161.74265921657202))
        #expect(agree(rate?.upper, 369.0645069218536))
        let count = try interval("25", nil, .count)
        #expect(agree(count?.lower, 16.174265921657202))
        #expect(agree(count?.upper, 36.90645069218536))
    }

    // The exact interval of 5 events is 1.6235 to 11.6683, as the truth table of counts has it.
    @Test func `fewer than ten events have the exact interval`() throws {
        let rate = try interval("5", ("5", "100"), .rate, per: 100)
        #expect(agree(rate?.lower, 1.6234863901184199))
        #expect(agree(rate?.upper, 11.668332079322669))
    }

    @Test func `what has no parts, is withheld or is no count has no interval`() throws {
        #expect(try interval("21.5", nil, .percentage) == nil)
        #expect(try interval(nil, ("43", "200"), .percentage, per: 1, .notAvailable) == nil)
        #expect(try interval("21.5", ("43", "200"), .percentage, per: 1, .confidential) == nil)
        #expect(try interval("25", nil, .count, per: 1, .confidential) == nil)
        #expect(try interval("21.5", ("43", "0"), .percentage) == nil)
        #expect(try interval("21.5", ("43", "-200"), .percentage) == nil)
        #expect(try interval("21.5", ("201", "200"), .percentage) == nil)
        #expect(try interval("21.5", ("-1", "200"), .rate, per: 100) == nil)
        #expect(try interval("-3", nil, .count) == nil)
        #expect(try interval("21.5", nil, .rate, per: 100) == nil)
        for kind in [ValueKind.score, .points, .narrative] {
            #expect(try interval("21.5", ("43", "200"), kind) == nil)
        }
    }

    // 461 of 471 is 97.877%; of 9,999,000 in 10,000,000 the interval is 99.9894% to 99.9906%.
    @Test(
        arguments: [
            ("98", "461", "471", true), ("97.9", "461", "471", true), ("90", "461", "471", false),
            ("100", "9999000", "10000000", true), ("99.99", "9999000", "10000000", true),
            ("99", "9999000", "10000000", false), ("99.98", "9999000", "10000000", false),
            ("0", "9999000", "10000000", true), ("1", "9999000", "10000000", false),
        ] as [(FixedDecimal, FixedDecimal, FixedDecimal, Bool)])
    func `parts that cannot give the value, even rounded, are not its parts`(
        value: FixedDecimal, numerator: FixedDecimal, denominator: FixedDecimal, fits: Bool
    ) throws {
        #expect((try interval(value, (numerator, denominator), .percentage) != nil) == fits)
    }

    @Test func `a rate whose parts are another rate's has no interval`() throws {
        #expect(try interval("8", ("13", "155"), .rate, per: 10_000) == nil)
    }

    @Test func `a multiplier is at least one`() {
        #expect(FigureUnit(kind: .rate, multiplier: 0).multiplier == 1)
        #expect(FigureUnit(kind: .rate, multiplier: -5).multiplier == 1)
        #expect(FigureUnit(kind: .rate, multiplier: 2).multiplier == 2)
    }
}
