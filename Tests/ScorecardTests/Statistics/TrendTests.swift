import Scorecard
import Testing

@Suite struct TrendTests {
    private func terms(
        _ kind: PeriodKind, _ basis: TimeBasis = .inPeriod, _ polarity: Polarity = .highIsGood,
        breaks: [SeriesBreak] = []
    ) -> SeriesTerms {
        SeriesTerms(
            kind: kind, timeBasis: basis, polarity: polarity, unit: FigureUnit(kind: .percentage),
            breaks: breaks)
    }

    /// Twelve quarters about 50 and a last one.
    private func quarters(_ last: FixedDecimal) throws -> [Figure] {
        let values = (0..<12).map { FixedDecimal($0.isMultiple(of: 2) ? 49 : 51) }
        return try series(from: "2022-23-Q1", values + [last])
    }

    // The mean is 660 ÷ 13 and the limits lie 2.66 × 2 from it: the last range, of 9, is screened out.
    @Test func `thirteen comparable figures are read from a process chart`() throws {
        let trend = Trend(of: try quarters("60"), terms(.financialQuarter), target: .atLeast(30))
        #expect(trend.words == "Improving")
        #expect(trend.comparable == 13)
        #expect(trend.assurance == .passes)
        #expect(
            trend.sentence(in: .percentage)
                == "The latest figure, 60.0%, is above the upper limit of 56.1%: more than its usual variation, in the right direction."
        )
        #expect(
            trend.assuranceSentence(in: .percentage)
                == "Consistently passes: figures from 45.4% to 56.1% are usual, and all of them are at or above the target of 30.0%."
        )
    }

    @Test func `without a target a process chart gives no assurance`() throws {
        let trend = Trend(of: try quarters("50"), terms(.financialQuarter))
        #expect(trend.words == "Common variation")
        #expect(trend.assurance == nil)
        #expect(
            trend.assuranceSentence(in: .percentage) == "Cannot say: no target has been set.")
    }

    @Test func `too few points say how many there are and are needed`() throws {
        let twelve = Trend(of: try quarters("50").dropLast(), terms(.financialQuarter))
        #expect(twelve.words == "Too few figures")
        #expect(
            twelve.sentence(in: .percentage)
                == "Too few figures: 12 comparable figures, and 13 are needed.")
        let four = Trend(
            of: try series(from: "2020-21-AY", ["1", "2", "3", "4"]), terms(.academicYear))
        #expect(
            four.sentence(in: .percentage)
                == "Too few figures: 4 comparable figures, and 5 are needed.")
        #expect(four.assuranceSentence(in: .percentage) == nil)
        #expect(four.assurance == nil)
        let one = Trend(of: try series(from: "2020-21-AY", ["1"]), terms(.academicYear))
        #expect(
            one.sentence(in: .percentage)
                == "Too few figures: 1 comparable figure, and 5 are needed.")
    }

    @Test(arguments: [
        (
            PeriodKind.financialQuarter, TimeBasis.rolling,
            "No trend is told: each figure is of the twelve months to its day, so one contains part of another."
        ),
        (
            .financialQuarter, .cumulative,
            "No trend is told: each figure is of the year so far, so one contains part of another."
        ),
        (
            .cumulativeTerm, .inPeriod,
            "No trend is told: each figure is of the year so far, so one contains part of another."
        ),
        (
            .pooledYears, .inPeriod,
            "No trend is told: each figure is of three years together, so one contains part of another."
        ),
    ])
    func `figures that overlap have no trend`(
        kind: PeriodKind, basis: TimeBasis, expected: String
    ) {
        let trend = Trend(of: [], terms(kind, basis))
        #expect(trend.reading == .overlapping)
        #expect(trend.words == "Figures overlap")
        #expect(trend.sentence(in: .percentage) == expected)
    }

    // numpy 2: weighted least squares with standard errors from Wilson's intervals: slope
    // 4.269333973141194, chi-squared 34.05820220868744; of the second 10.0 and 270.204499….
    @Test(
        arguments: [
            (
                [(100, 400), (120, 400), (140, 400), (150, 400), (170, 400)], 4.269333973141194,
                34.05820220868744
            ),
            ([(0, 200), (20, 200), (40, 200), (60, 200), (80, 200)], 10, 270.20449949887853),
        ] as [([(Int32, Int32)], Double, Double)])
    func `five yearly figures with their parts are tested`(
        parts: [(Int32, Int32)], slope: Double, chiSquared: Double
    ) throws {
        let trend = Trend(of: try percentages(from: "2018-19-AY", parts), terms(.academicYear))
        guard case .trendTest(let test) = trend.reading else {
            Issue.record("\(trend.reading)")
            return
        }
        #expect(agree(test.slope, slope))
        #expect(agree(test.chiSquared, chiSquared))
        #expect(trend.words == "Getting better")
        #expect(trend.sentence(in: .percentage).hasPrefix("Getting better: over 5 yearly figures"))
    }

    @Test func `yearly figures a year apart with a gap keep their years`() throws {
        var figures = try percentages(
            from: "2017-18-FY", [(10, 100), (12, 100), (14, 100), (16, 100), (18, 100), (20, 100)])
        figures.remove(at: 2)
        let trend = Trend(of: figures, terms(.financialYear))
        guard case .trendTest(let test) = trend.reading else {
            Issue.record("\(trend.reading)")
            return
        }
        #expect(agree(test.slope, 2))
    }

    @Test func `yearly counts of one day are tested by their days`() throws {
        let figures = try (2019...2023).map { year in
            try figure("\(year)-03-31", FixedDecimal(Int32(year - 2019) * 100 + 100))
        }
        let terms = SeriesTerms(
            kind: .snapshot, timeBasis: .snapshot, frequency: .annual, polarity: .lowIsGood,
            unit: FigureUnit(kind: .count))
        let trend = Trend(of: figures, terms)
        #expect(trend.words == "Getting worse")
        guard case .trendTest(let test) = trend.reading else { return }
        #expect(agree(test.slope, 100, within: 0.001))
    }

    @Test func `counts of one day at uneven times keep their days`() throws {
        let first = try day("2019-01-10")
        let figures = try [0, 340, 720, 1_090, 1_420].map { offset in
            let code = first.adding(days: offset).description
            return try figure(code, FixedDecimal(Int32(100 + offset / 10)))
        }
        let terms = SeriesTerms(
            kind: .snapshot, timeBasis: .snapshot, frequency: .annual, polarity: .lowIsGood,
            unit: FigureUnit(kind: .count))
        guard case .trendTest(let test) = Trend(of: figures, terms).reading else {
            Issue.record("not tested")
            return
        }
        #expect(agree(test.slope, 36.52425))
    }

    @Test func `the latest figure without its parts stops the test of the others`() throws {
        let five = try percentages(
            from: "2018-19-AY", [(1, 9), (2, 9), (3, 9), (4, 9), (5, 9)])
        let trend = Trend(of: five + [try figure("2023-24-AY", "50")], terms(.academicYear))
        #expect(trend.reading == .untested(without: 1))
    }

    private static let eight: [(Int32, Int32)] = [
        (300, 400), (90, 400), (95, 400), (100, 400), (120, 400), (140, 400), (150, 400),
        (170, 400),
    ]

    // The figure that has no parts, and how many there are after it.
    @Test(arguments: [(0, 7), (1, 6), (2, 5)])
    func `the latest figures that have their parts are tested, five or more`(
        unknown: Int, tested: Int
    ) throws {
        let all = try percentages(from: "2016-17-AY", Self.eight)
        var figures = all
        figures[unknown] = Figure(period: all[unknown].period, value: all[unknown].value)
        figures[0] = Figure(period: all[0].period, value: all[0].value)
        let trend = Trend(of: figures, terms(.academicYear))
        let alone = Trend(of: Array(all.suffix(tested)), terms(.academicYear))
        #expect(trend.reading == alone.reading)
        #expect(trend.comparable == 8)
        #expect(trend.words == "Getting better")
        #expect(
            trend.sentence(in: .percentage) == alone.sentence(in: .percentage)
                + " These \(tested) are the latest of 8 figures: the counts behind one before them are not known."
        )
    }

    @Test func `four figures after one without its parts are too few to test`() throws {
        var figures = try percentages(from: "2016-17-AY", Self.eight)
        figures[3] = Figure(period: figures[3].period, value: figures[3].value)
        let trend = Trend(of: figures, terms(.academicYear))
        #expect(trend.reading == .untested(without: 1))
    }

    @Test func `where the newest figure is withheld, the one that is shown has its period`() throws
    {
        let withheld = try figure("2025-26-Q2", "999", .confidential)
        let missing = try figure("2025-26-Q3", nil, .notAvailable)
        let expected = """
            The latest figure that is shown, 50.0% for Q1 2025/26, lies within the limits of 44.9% \
            to 55.1% and no pattern stands out: no more than its usual variation.
            """
        let newest = Trend(of: try quarters("50") + [withheld], terms(.financialQuarter))
        #expect(
            newest.sentence(in: .percentage) == "\(expected) 1 withheld figure is left out.")
        let both = Trend(of: try quarters("50") + [withheld, missing], terms(.financialQuarter))
        #expect(both.sentence(in: .percentage).hasPrefix(expected))
        let later = try figure("2025-26-Q4", "50")
        let shown = Trend(of: try quarters("50") + [withheld, later], terms(.financialQuarter))
        #expect(shown.sentence(in: .percentage).hasPrefix("The latest figure, 50.0%, lies within"))
        let unknown = Trend(of: try quarters("50") + [missing], terms(.financialQuarter))
        #expect(
            unknown.sentence(in: .percentage).hasPrefix("The latest figure, 50.0%, lies within"))
        let signal = Trend(of: try quarters("60") + [withheld], terms(.financialQuarter))
        #expect(
            signal.sentence(in: .percentage).hasPrefix(
                "The latest figure that is shown, 60.0% for Q1 2025/26, is above the upper limit"))
    }

    @Test func `yearly figures without their parts cannot be tested`() throws {
        let values: [FixedDecimal?] = ["1", "2", "3", "4", "5"]
        let none = Trend(of: try series(from: "2018-19-AY", values), terms(.academicYear))
        #expect(none.words == "Cannot test")
        #expect(
            none.sentence(in: .percentage)
                == "Cannot test: the numbers behind the 5 figures are not known, so a trend cannot be told from chance."
        )
        let some = try percentages(from: "2018-19-AY", [(1, 9), (2, 9), (3, 9), (4, 9)])
        let mixed = Trend(
            of: some + [try figure("2022-23-AY", "50")], terms(.academicYear))
        #expect(mixed.reading == .untested(without: 1))
        #expect(
            mixed.sentence(in: .percentage)
                == "Cannot test: the numbers behind 1 of the 5 figures are not known, and those behind the latest 5 are needed to tell a trend from chance."
        )
    }

    @Test(
        arguments: [
            ([QualityMarker.confidential], " 1 withheld figure is left out."),
            ([.confidential, .confidential], " 2 withheld figures are left out."),
            ([.notAvailable], " 1 missing figure is left out."),
            ([.notApplicable, .notAvailable], " 2 missing figures are left out."),
            (
                [.notAvailable, .confidential, .confidential],
                " 2 withheld figures and 1 missing figure are left out."
            ),
        ] as [([QualityMarker], String)])
    func `withheld and missing figures are left out and counted`(
        markers: [QualityMarker], expected: String
    ) throws {
        var figures = try quarters("50")
        for (place, marker) in markers.enumerated() {
            // A withheld figure is left out even where its value is at hand.
            let value: FixedDecimal? = marker == .confidential ? "999" : nil
            figures.insert(
                Figure(period: figures[place].period, value: value, marker: marker), at: 0)
        }
        let trend = Trend(of: figures, terms(.financialQuarter))
        #expect(trend.comparable == 13)
        #expect(trend.words == "Common variation")
        #expect(trend.sentence(in: .percentage).hasSuffix("than its usual variation.\(expected)"))
    }

    @Test func `figures of another kind of period are no part of the series`() throws {
        let years = try series(from: "2020-21-FY", ["900", nil])
        let trend = Trend(of: years + (try quarters("50")), terms(.financialQuarter))
        #expect(trend.comparable == 13)
        #expect(trend.missing == 0)
        #expect(trend.words == "Common variation")
    }

    @Test func `only figures since the last break count for the method`() throws {
        let cut = SeriesBreak(first: try period("2022-23-Q2"), reason: "new count")
        let trend = Trend(of: try quarters("50"), terms(.financialQuarter, breaks: [cut]))
        #expect(trend.comparable == 12)
        #expect(trend.reading == .tooFewPoints(needed: 13))
    }

    @Test func `a process chart begins again at a break`() throws {
        let earlier = try series(from: "2021-22-Q3", ["900", "800"])
        let cut = SeriesBreak(first: try period("2022-23-Q1"), reason: "new count")
        let trend = Trend(
            of: earlier + (try quarters("50")), terms(.financialQuarter, breaks: [cut]))
        guard case .controlChart(let chart) = trend.reading else {
            Issue.record("\(trend.reading)")
            return
        }
        #expect(chart.points.count == 15)
        #expect(chart.pointsSinceBreak == 13)
        #expect(chart.points[2].beginsStretch)
        #expect(agree(chart.latest?.limits.mean, 50))
    }

    @Test func `the publisher's own mark of a break is one`() throws {
        var figures = try quarters("50")
        figures[4] = Figure(period: figures[4].period, value: "49", marker: .seriesBreak)
        #expect(Trend(of: figures, terms(.financialQuarter)).comparable == 9)
    }
}
