import Scorecard
import Testing

/// Expected values: scipy 1.17, `stats.linregress` and `stats.t.isf`, unless said.
@Suite struct ProjectionTests {
    private func terms(
        _ kind: PeriodKind, _ basis: TimeBasis = .inPeriod, _ value: ValueKind = .score,
        frequency: Frequency? = nil, breaks: [SeriesBreak] = []
    ) -> SeriesTerms {
        SeriesTerms(
            kind: kind, timeBasis: basis, frequency: frequency, polarity: .highIsGood,
            unit: FigureUnit(kind: value), breaks: breaks)
    }

    private static let seven: [FixedDecimal?] = [
        "30.2", "31.9", "34.1", "33.8", "36.7", "38.2", "39.9",
    ]

    @Test func `a line is drawn on to the next year, with its range`() throws {
        let figures = try series(from: "2019-20-FY", Self.seven)
        let found = try #require(Projection(of: figures, terms(.financialYear)))
        #expect(found.period == (try period("2026-27-FY")))
        #expect(agree(found.value, 41.3))
        #expect(agree(found.range?.lower, 39.200636185759514))
        #expect(agree(found.range?.upper, 43.39936381424048))
        #expect(found.basis == .line(periods: 7, kind: .financialYear))
        #expect(
            found.sentence(in: .percentage)
                == "If the last 7 years go on as they did, the figure for 2026/27 would be 41.3%, and could be 39.2% to 43.4%. This is the portal’s own projection, not a forecast by the service."
        )
    }

    @Test func `missing and withheld figures leave a gap in the line`() throws {
        var figures = try series(from: "2019-20-FY", ["30", "32", nil, "35", "36", "9", "41"])
        figures[5] = Figure(period: figures[5].period, value: "9", marker: .confidential)
        let found = try #require(Projection(of: figures, terms(.financialYear)))
        #expect(agree(found.value, 42.13157894736842))
        #expect(agree(found.range?.lower, 39.160765788452956))
        #expect(agree(found.range?.upper, 45.10239210628388))
        #expect(found.basis == .line(periods: 7, kind: .financialYear))
    }

    @Test(arguments: [QualityMarker.confidential, .notAvailable])
    func `a period with a marker in place of a figure is not estimated`(marker: QualityMarker)
        throws
    {
        var figures = try series(from: "2019-20-FY", Self.seven)
        let hidden = try period("2026-27-FY")
        figures.append(Figure(period: hidden, value: nil, marker: marker))
        let found = Projection(of: figures, terms(.financialYear))
        #expect(found?.period == (try period("2027-28-FY")))
        #expect(found?.basis == .line(periods: 7, kind: .financialYear))
        #expect(Projection(of: figures, terms(.financialYear), for: hidden) == nil)
    }

    @Test(arguments: [(3, true), (4, true), (5, false), (6, false)])
    func `a line has more figures than gaps`(gaps: Int, isDrawn: Bool) throws {
        let gap = [FixedDecimal?](repeating: nil, count: gaps)
        let figures = try series(from: "2010-11-FY", ["1", "2", "4", "5"] + gap + ["9"])
        #expect((Projection(of: figures, terms(.financialYear)) != nil) == isDrawn)
    }

    @Test func `a later period may be asked for, and no earlier one`() throws {
        let figures = try series(from: "2025-26-Q1", ["10", "12", "11", "14", "13"])
        let terms = terms(.financialQuarter)
        let end = try period("2027-28-Q1")
        let found = try #require(Projection(of: figures, terms, for: end))
        #expect(found.period == end)
        #expect(agree(found.value, 16.8))
        #expect(agree(found.range?.lower, 9.162128867319101))
        #expect(Projection(of: figures, terms, for: figures[4].period) == nil)
        #expect(Projection(of: figures, terms, for: try period("2027-28-FY")) == nil)
        #expect(
            Projection(of: figures, terms)?.sentence(in: .count).hasPrefix(
                "If the last 5 quarters go on as they did, the figure for Q2 2026/27 would be")
                == true)
    }

    @Test func `fewer than five figures since the break are not drawn on`() throws {
        let figures = try series(from: "2019-20-FY", ["1", "2", "4", "5", "7"])
        #expect(Projection(of: figures, terms(.financialYear)) != nil)
        #expect(Projection(of: Array(figures.dropLast()), terms(.financialYear)) == nil)
        let cut = SeriesBreak(first: figures[1].period, reason: "new count")
        #expect(Projection(of: figures, terms(.financialYear, breaks: [cut])) == nil)
        #expect(Projection(of: [], terms(.financialYear)) == nil)
    }

    @Test func `a line goes through figures since the last break only`() throws {
        let figures = try series(from: "2018-19-FY", ["900", nil] + Self.seven)
        let cut = SeriesBreak(first: try period("2019-20-FY"), reason: "new count")
        let found = Projection(of: figures, terms(.financialYear, breaks: [cut]))
        #expect(agree(found?.value, 41.3))
        #expect(found?.basis == .line(periods: 7, kind: .financialYear))
    }

    // The line would reach 100.9 from 94.9 to 106.9, and −1.4 from −4.3 to 1.5.
    @Test(arguments: [
        (ValueKind.percentage, 100.0, 94.88694476866628, 100.0),
        (.composition, 100, 94.88694476866628, 100),
        (.rate, 100.9, 94.88694476866628, 106.9130552313337),
        (.score, 100.9, 94.88694476866628, 106.9130552313337),
    ])
    func `shares stay at or below 100`(
        kind: ValueKind, value: Double, lower: Double, upper: Double
    ) throws {
        let figures = try series(from: "2019-20-FY", ["90", "94", "93", "97", "99"])
        let found = Projection(of: figures, terms(.financialYear, .inPeriod, kind))
        #expect(agree(found?.value, value))
        #expect(agree(found?.range?.lower, lower))
        #expect(agree(found?.range?.upper, upper))
    }

    @Test(arguments: [
        (ValueKind.percentage, 0.0, 0.0), (.composition, 0, 0), (.rate, 0, 0), (.count, 0, 0),
        (.score, -1.4, -4.316760217819028), (.points, -1.4, -4.316760217819028),
    ])
    func `what is counted stays at or above nothing`(
        kind: ValueKind, value: Double, lower: Double
    ) throws {
        let figures = try series(from: "2019-20-FY", ["9", "6", "5", "2", "1"])
        let found = Projection(of: figures, terms(.financialYear, .inPeriod, kind))
        #expect(agree(found?.value, value))
        #expect(agree(found?.range?.lower, lower))
        #expect(agree(found?.range?.upper, 1.5167602178190274))
    }

    @Test func `counts of one day are drawn on at even steps`() throws {
        let codes = ["2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30"]
        let figures = try zip(codes, ["10", "12", "11", "14", "13"] as [FixedDecimal])
            .map { try figure($0, $1) }
        let quarterly = terms(.snapshot, .snapshot, frequency: .quarterly)
        let found = try #require(Projection(of: figures, quarterly))
        #expect(found.period == (try period("2026-09-30")))
        #expect(
            found.sentence(in: .count).hasPrefix(
                "If the last 5 figures go on as they did, the figure at 30 September 2026 would be 14"
            ))
        #expect(Projection(of: figures, terms(.snapshot, .snapshot)) == nil)
        #expect(Projection(of: figures, terms(.snapshot, .snapshot, frequency: .annual)) == nil)
        let twice = [figures[0]] + figures
        #expect(Projection(of: twice, quarterly) == nil)
    }

    @Test(arguments: [
        (PeriodKind.financialQuarter, TimeBasis.rolling), (.pooledYears, .inPeriod),
        (.financialQuarter, .cumulative), (.cumulativeTerm, .inPeriod),
    ])
    func `figures that overlap are not drawn on`(kind: PeriodKind, basis: TimeBasis) throws {
        let codes: [PeriodKind: String] = [
            .financialQuarter: "2023-24-Q1", .pooledYears: "2015-18-P3",
            .cumulativeTerm: "2022-23-T1",
        ]
        let figures = try series(from: try #require(codes[kind]), Self.seven)
        #expect(Projection(of: figures, terms(kind, basis)) == nil)
    }

    @Test(arguments: [TimeBasis.rolling, .cumulative, .cohortYear])
    func `whole years do not overlap, whatever they count`(basis: TimeBasis) throws {
        let figures = try series(from: "2019-20-FY", Self.seven)
        #expect(Projection(of: figures, terms(.financialYear, basis)) != nil)
    }

    @Test func `a projection and a forecast have their own labels`() throws {
        let forecast = Forecast(period: try period("2026-27-FY"), value: "43")
        #expect(Forecast.label == "Forecast by the service")
        #expect(Projection.label == "Projection by the portal")
        #expect(
            forecast.sentence(in: .percentage) == "The service expects 43.0% for 2026/27.")
        let day = Forecast(period: try period("2027-03-31"), value: "43")
        #expect(
            day.sentence(in: .percentage) == "The service expects 43.0% at 31 March 2027.")
    }

    @Test(arguments: [
        ("2019-20-AY", PeriodKind.academicYear, "years"), ("2019-CY", .calendarYear, "years"),
        ("2024-25-AUT", .schoolTerm, "terms"), ("2024-03", .month, "months"),
    ])
    func `periods are called what they are`(code: String, kind: PeriodKind, words: String) throws {
        let figures = try series(from: code, Self.seven)
        let found = try #require(Projection(of: figures, terms(kind)))
        #expect(found.sentence(in: .count).hasPrefix("If the last 7 \(words) go on"))
    }
}
