import Scorecard
import Testing

/// What must hold of any series, tried on random ones; a failure prints the seed.
@Suite struct MirrorTests {
    private static let seeds: [UInt64] = Array(1...60)

    /// Whole numbers, so that sums and mirrors are exact; sixteen, so that the mean is too.
    private func values(_ random: inout Seeded) -> [Double] {
        var level = 0
        return (0..<16).map { _ in
            if Int.random(in: 0..<5, using: &random) == 0 {
                level += Int.random(in: -12...12, using: &random)
            }
            return Double(level + Int.random(in: -4...4, using: &random))
        }
    }

    private func mirrored(_ variation: ControlChart.Variation) -> ControlChart.Variation {
        switch variation {
        case .higher: .lower
        case .lower: .higher
        case .improving, .concerning, .common: variation
        }
    }

    @Test(arguments: seeds)
    func `mirroring figures and polarity mirrors variation and assurance`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let values = values(&random)
        let (chart, mirror) = (ControlChart(values), ControlChart(values.map(-)))
        let target = Double(Int.random(in: -20...20, using: &random))
        for (point, image) in zip(chart.points, mirror.points) {
            #expect(point.variation(.highIsGood) == image.variation(.lowIsGood), "seed \(seed)")
            #expect(
                mirrored(point.variation(.context)) == image.variation(.context), "seed \(seed)")
            #expect(agree(image.limits.upper, -point.limits.lower), "seed \(seed)")
        }
        let found = chart.assurance(against: .atLeast(target))
        #expect(found == mirror.assurance(against: .atMost(-target)), "seed \(seed)")
        let within = chart.assurance(against: .within(target...target + 9))
        #expect(
            within == mirror.assurance(against: .within(-target - 9 ... -target)), "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `adding a constant moves limits by it and changes no signal`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let values = values(&random)
        let added = Double(Int.random(in: -500...500, using: &random))
        let (chart, moved) = (ControlChart(values), ControlChart(values.map { $0 + added }))
        for (point, image) in zip(chart.points, moved.points) {
            #expect(point.signal == image.signal, "seed \(seed)")
            #expect(abs(image.limits.lower - point.limits.lower - added) < 1e-9, "seed \(seed)")
            #expect(abs(image.limits.upper - point.limits.upper - added) < 1e-9, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `a larger unit scales limits and changes no signal`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let values = values(&random)
        let (chart, scaled) = (ControlChart(values), ControlChart(values.map { $0 * 8 }))
        for (point, image) in zip(chart.points, scaled.points) {
            #expect(point.signal == image.signal, "seed \(seed)")
            #expect(image.limits.upper == point.limits.upper * 8, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `mirroring figures and polarity mirrors the test of yearly figures`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let points = (0..<Int.random(in: 5...9, using: &random)).map { year in
            TrendTest.Point(
                time: Double(year), value: Double(year) + .random(in: -3...3, using: &random),
                standardError: .random(in: 0.2...2, using: &random))
        }
        let image = points.map {
            TrendTest.Point(time: $0.time, value: -$0.value, standardError: $0.standardError)
        }
        let (test, mirror) = (try #require(TrendTest(points)), try #require(TrendTest(image)))
        #expect(test.slope == -mirror.slope, "seed \(seed)")
        #expect(test.chiSquared == mirror.chiSquared, "seed \(seed)")
        #expect(
            test.finding.meaning(.highIsGood) == mirror.finding.meaning(.lowIsGood), "seed \(seed)")
        // Time told backwards turns a rise into a fall.
        let back = try #require(
            TrendTest(
                points.map {
                    TrendTest.Point(
                        time: -$0.time, value: $0.value, standardError: $0.standardError)
                }))
        #expect(agree(back.slope, -test.slope), "seed \(seed)")
        #expect(agree(back.chiSquared, test.chiSquared), "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `an interval contains its figure, and a surer one contains it`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let denominator = Int32.random(in: 1...5_000, using: &random)
        let numerator = Int32.random(in: 0...denominator, using: &random)
        let (top, bottom) = (FixedDecimal(numerator), FixedDecimal(denominator))
        for unit in [FigureUnit(kind: .percentage), FigureUnit(kind: .rate, multiplier: 10_000)] {
            let per = unit.kind == .rate ? unit.multiplier : 100
            let value = try #require(top.dividing(by: bottom, per: per))
            let figure = Figure(
                period: try period("2025-26-AY"), value: value, numerator: top,
                denominator: bottom)
            let usual = try #require(ConfidenceInterval(of: figure, in: unit), "seed \(seed)")
            let surer = try #require(
                ConfidenceInterval(of: figure, in: unit, .ninetyNinePointEight))
            let edge = 1e-6
            #expect(usual.lower <= Double(value) + edge, "seed \(seed)")
            #expect(usual.upper >= Double(value) - edge, "seed \(seed)")
            #expect(surer.lower <= usual.lower && usual.upper <= surer.upper, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `a projection mirrors its figures, and its range contains it`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let values = (0..<8).map { _ in FixedDecimal(.random(in: -50...50, using: &random)) }
        let terms = SeriesTerms(
            kind: .month, timeBasis: .inPeriod, polarity: .context, unit: FigureUnit(kind: .score))
        let found = try #require(Projection(of: try series(from: "2025-01", values), terms))
        let image = try #require(
            Projection(of: try series(from: "2025-01", values.map { -$0 }), terms))
        let (range, mirror) = (try #require(found.range), try #require(image.range))
        #expect(agree(image.value, -found.value), "seed \(seed)")
        #expect(agree(mirror.upper, -range.lower), "seed \(seed)")
        #expect(range.lower <= found.value && found.value <= range.upper, "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `mirroring values mirrors their mean and quantiles`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let values = (0..<Int.random(in: 2...40, using: &random)).map { _ in
            Double.random(in: -1e6...1e6, using: &random)
        }
        guard let mean = SampleMean(values), let interval = mean.interval() else { return }
        let mirror = SampleMean(values.map(-))?.interval()
        #expect(agree(mirror?.lower, -interval.upper), "seed \(seed)")
        let quantiles = Quantiles(values)
        #expect(
            quantiles.map {
                agree($0.value(at: 0.25), -(Quantiles(values.map(-))?.value(at: 0.75) ?? .nan))
            }
                == true, "seed \(seed)")
    }

    /// Nothing that comes from a form or a file may stop the server.
    @Test(arguments: seeds)
    func `any figures at all are read or refused`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let ends: [FixedDecimal] = [
            FixedDecimal(hundredMillionths: .max), FixedDecimal(hundredMillionths: .min), .zero,
            FixedDecimal(hundredMillionths: 1), FixedDecimal(hundredMillionths: -1), "1",
        ]
        func any() -> FixedDecimal? {
            random.next() % 8 == 0 ? nil : ends.randomElement(using: &random)
        }
        let codes = [
            "2999-12-31", "2026-27-Q1", "1900-01-01", "2026-27-FY", "2998-99-FY", "2026-09",
        ]
        let figures = try (0..<30).map { _ in
            let code = try #require(codes.randomElement(using: &random))
            return Figure(
                period: try period(code), value: any(), numerator: any(), denominator: any())
        }
        for kind in PeriodKind.allCases {
            for value in ValueKind.allCases {
                let terms = SeriesTerms(
                    kind: kind, timeBasis: TimeBasis.allCases[Int(seed) % TimeBasis.allCases.count],
                    frequency: Frequency.allCases[Int(seed) % Frequency.allCases.count],
                    polarity: .highIsGood,
                    unit: FigureUnit(kind: value, multiplier: .max))
                let format = FigureFormat(kind: value, decimals: 1)
                let trend = Trend(of: figures, terms, target: .within(0...1))
                #expect(!trend.sentence(in: format).isEmpty, "seed \(seed)")
                _ = trend.assuranceSentence(in: format)
                _ = Projection(of: figures, terms)?.sentence(in: format)
            }
        }
    }
}
