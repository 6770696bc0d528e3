import Scorecard
import Testing

/// Expected values are worked by hand: year to date × whole year ÷ the same point.
@Suite struct YearEndProjectionTests {
    private static let terms = SeriesTerms(
        kind: .financialQuarter, timeBasis: .cumulative, polarity: .lowIsGood,
        unit: FigureUnit(kind: .count))

    /// 2023/24 doubles after its second quarter, 2024/25 triples, 2025/26 grows by half.
    private static let years: [FixedDecimal?] = [
        "20", "50", "80", "100", "10", "40", "90", "120", "30", "60", "80", "90",
    ]

    @Test func `the year so far grows as last year did, in the range of the earlier years`() throws
    {
        let figures = try series(from: "2023-24-Q1", Self.years + ["35", "70"])
        let found = try #require(Projection(of: figures, Self.terms))
        #expect(found.period == (try period("2026-27-FY")))
        #expect(agree(found.value, 105))
        #expect(found.range.map { agree($0.lower, 105) && agree($0.upper, 210) } == true)
        #expect(found.basis == .yearSoFar(years: 3))
        #expect(
            found.sentence(in: .count)
                == "If the rest of the year goes as it did last year, the figure for 2026/27 would be 105; going by the last 3 years, it could be 105 to 210. This is the portal’s own projection, not a forecast by the service."
        )
    }

    @Test func `one earlier year gives no range`() throws {
        let figures = try series(from: "2025-26-Q1", Self.years.suffix(4) + ["35"])
        let found = try #require(Projection(of: figures, Self.terms))
        #expect(agree(found.value, 105))
        #expect(found.range == nil)
        #expect(
            found.sentence(in: .count)
                == "If the rest of the year goes as it did last year, the figure for 2026/27 would be 105. One year to go by is too few to give a range. This is the portal’s own projection, not a forecast by the service."
        )
    }

    @Test func `two earlier years give a range`() throws {
        let figures = try series(from: "2024-25-Q1", Self.years.suffix(8) + ["35", "70"])
        let found = Projection(of: figures, Self.terms)
        #expect(found?.basis == .yearSoFar(years: 2))
        #expect(found?.range.map { agree($0.lower, 105) && agree($0.upper, 210) } == true)
    }

    @Test func `a school year so far grows to its whole year`() throws {
        let terms = SeriesTerms(
            kind: .cumulativeTerm, timeBasis: .inPeriod, polarity: .lowIsGood,
            unit: FigureUnit(kind: .count))
        let figures = try series(from: "2024-25-T1", ["10", "25", "40", "12", "30"])
        let found = try #require(Projection(of: figures, terms))
        #expect(found.period == (try period("2025-26-AY")))
        #expect(agree(found.value, 48))
    }

    @Test func `what cannot be worked out is not`() throws {
        let whole = try series(from: "2025-26-Q1", Self.years.suffix(4) + ["35", "50", "70", "90"])
        #expect(Projection(of: whole, Self.terms) == nil)
        let nothing = try series(from: "2025-26-Q1", Self.years.suffix(4) + ["0"])
        #expect(Projection(of: nothing, Self.terms) == nil)
        let noLastYear = try series(
            from: "2024-25-Q1", Self.years[4..<8] + [nil, nil, nil, nil, "5"])
        #expect(Projection(of: noLastYear, Self.terms) == nil)
        let fromNothing = try series(from: "2025-26-Q1", ["0", "20", "30", "40", "5"])
        #expect(Projection(of: fromNothing, Self.terms) == nil)
        let shares = SeriesTerms(
            kind: .financialQuarter, timeBasis: .cumulative, polarity: .lowIsGood,
            unit: FigureUnit(kind: .percentage))
        let part = try series(from: "2025-26-Q1", Self.years.suffix(4) + ["35"])
        #expect(Projection(of: part, shares) == nil)
        #expect(Projection(of: part, Self.terms) != nil)
    }

    @Test func `a withheld latest figure is not estimated around`() throws {
        var figures = try series(from: "2025-26-Q1", Self.years.suffix(4) + ["35", nil])
        #expect(Projection(of: figures, Self.terms) != nil)
        figures[5] = Figure(period: figures[5].period, value: "70", marker: .confidential)
        #expect(Projection(of: figures, Self.terms) == nil)
    }

    @Test func `years before a break are not gone by`() throws {
        let figures = try series(from: "2023-24-Q1", Self.years + ["35", "70"])
        let cut = SeriesBreak(first: try period("2025-26-Q1"), reason: "new count")
        let terms = SeriesTerms(
            kind: .financialQuarter, timeBasis: .cumulative, polarity: .lowIsGood,
            unit: FigureUnit(kind: .count), breaks: [cut])
        #expect(Projection(of: figures, terms)?.basis == .yearSoFar(years: 1))
    }

    @Test func `the end of this year only is looked to`() throws {
        let figures = try series(from: "2023-24-Q1", Self.years + ["35"])
        #expect(Projection(of: figures, Self.terms, for: try period("2026-27-FY")) != nil)
        #expect(Projection(of: figures, Self.terms, for: try period("2027-28-FY")) == nil)
    }
}
