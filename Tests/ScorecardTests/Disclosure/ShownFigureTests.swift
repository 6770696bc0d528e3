import Scorecard
import Testing

@Suite struct ShownFigureTests {
    private static let rounding = SmallNumberRule(rounding: .nearestFive)

    private static func share(
        _ numerator: FixedDecimal, of denominator: FixedDecimal, per multiplier: Int32 = 100
    ) throws -> Figure {
        Figure(
            period: try period("2026-27-Q1"),
            value: numerator.dividing(by: denominator, per: multiplier), numerator: numerator,
            denominator: denominator, status: .provisional, marker: .provisional)
    }

    @Test func `a withheld figure has no number, status or marker of its own`() throws {
        let shown = try Self.share("5", of: "100").shown(
            to: .everyone, under: .standard, as: .percentage)
        #expect(shown == (try figure("2026-27-Q1", nil, .confidential)))
        #expect(shown.status == .final)
    }

    @Test func `a figure that is not small is shown unchanged`() throws {
        let true6 = try Self.share("6", of: "100")
        #expect(true6.shown(to: .everyone, under: .standard, as: .percentage) == true6)
    }

    @Test func `the service sees true values`() throws {
        let small = try Self.share("5", of: "100")
        for rule in [SmallNumberRule.standard, Self.rounding] {
            #expect(small.shown(to: .service, under: rule, as: .percentage) == small)
        }
    }

    @Test(arguments: Audience.allCases)
    func `what a publisher withheld is withheld from all`(audience: Audience) throws {
        let confidential = Figure(
            period: try period("2026-27-Q1"), value: "50", numerator: "50", denominator: "100",
            status: .revised, marker: .confidential)
        #expect(
            confidential.shown(to: audience, under: .none, as: .percentage)
                == confidential.withheld)
        #expect(confidential.withheld == (try figure("2026-27-Q1", nil, .confidential)))
    }

    /// Numerators and denominators with what is shown of them, rounded half away from zero.
    private static let rounded: [(FixedDecimal, FixedDecimal, [FixedDecimal?])] = [
        ("41", "203", ["19.51219512", "40", "205"]),
        ("42.5", "202.4", ["22.5", "45", "200"]),
        ("0", "203", ["0", "0", "205"]),
        ("203", "203", ["100", "205", "205"]),
    ]

    @Test(arguments: rounded)
    func `a rounded percentage is worked out from rounded numbers`(
        numerator: FixedDecimal, denominator: FixedDecimal, numbers: [FixedDecimal?]
    ) throws {
        let shown = try Self.share(numerator, of: denominator).shown(
            to: .everyone, under: Self.rounding, as: .percentage)
        #expect([shown.value, shown.numerator, shown.denominator] == numbers)
        #expect(shown.status == .provisional)
        #expect(shown.marker == .provisional)
    }

    @Test func `a rounded rate needs what it is per`() throws {
        let rate = try Self.share("41", of: "60203", per: 10_000)
        let shown = rate.shown(to: .everyone, under: Self.rounding, as: .rate, per: 10_000)
        #expect(shown.value == "6.64396645")
        for multiplier in [nil, 0, -1] as [Int32?] {
            let without = rate.shown(
                to: .everyone, under: Self.rounding, as: .rate, per: multiplier)
            #expect(without == rate.withheld)
        }
    }

    // 10 events in 4,000 children are 25 per 10,000; 5 would be 12.5.
    @Test func `a rate with only one of its parts is worked back`() throws {
        let time = try period("2026-27-Q1")
        let small = Figure(period: time, value: "12.5", denominator: "4000")
        let large = Figure(period: time, value: "25", denominator: "4000")
        #expect(small.shown(to: .everyone, under: .standard, as: .rate, per: 10_000).isSuppressed)
        #expect(large.shown(to: .everyone, under: .standard, as: .rate, per: 10_000) == large)
        // Without what it is per it cannot be.
        #expect(small.shown(to: .everyone, under: .standard, as: .rate) == small)
        let partial = Figure(period: time, value: "49.26108374", denominator: "203")
        let rounded = partial.shown(to: .everyone, under: Self.rounding, as: .percentage)
        #expect(
            rounded == Figure(period: time, value: "48.78048780", denominator: "205"))
    }

    @Test func `a count that rounds to nothing says that it is not nothing`() throws {
        let rule = SmallNumberRule(threshold: 1, rounding: .nearestFive)
        func shown(_ count: FixedDecimal) throws -> Figure {
            try figure("2026-27-Q1", count).shown(to: .everyone, under: rule, as: .count)
        }
        #expect(try shown("0") == figure("2026-27-Q1", "0"))
        #expect(try shown("2") == figure("2026-27-Q1", "0", .roundsToZero))
        #expect(try shown("2.5") == figure("2026-27-Q1", "5"))
        let share = Figure(
            period: try period("2026-27-Q1"), value: "2", numerator: "2", denominator: "100")
        let low = share.shown(to: .everyone, under: rule, as: .percentage)
        #expect(low.value == "0" && low.marker == .roundsToZero)
    }

    @Test func `a mean keeps its value and loses its sum`() throws {
        let mean = Figure(
            period: try period("2025-26-AY"), value: "2.5", numerator: "105", denominator: "42")
        let shown = mean.shown(to: .everyone, under: Self.rounding, as: .score)
        #expect([shown.value, shown.numerator, shown.denominator] == ["2.5", nil, "40"])
        #expect(mean.shown(to: .everyone, under: Self.rounding, as: .narrative) == mean)
    }

    @Test func `a percentage without its parts is shown as published`() throws {
        let published = try figure("2025-26-AY", "1.3")
        for rule in [SmallNumberRule.standard, Self.rounding] {
            #expect(published.shown(to: .everyone, under: rule, as: .percentage) == published)
        }
    }

    @Test(arguments: UInt64(1)...4)
    func `showing again changes nothing, and rounding makes nothing visible`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let time = try period("2026-27-Q1")
        for _ in 0..<2_000 {
            let (numerator, denominator) = (
                Self.number(using: &random), Self.number(using: &random)
            )
            let figure = Figure(
                period: time,
                value: Bool.random(using: &random)
                    ? numerator.flatMap { part in
                        denominator.flatMap { part.dividing(by: $0, per: 100) }
                    } : Self.number(using: &random),
                numerator: numerator, denominator: denominator)
            let kind = ValueKind.allCases.randomElement(using: &random) ?? .count
            let threshold = Int.random(in: 0...8, using: &random)
            let least = Int.random(in: 0...15, using: &random)
            let plain = SmallNumberRule(threshold: threshold, leastDenominator: least)
            let rounded = SmallNumberRule(
                threshold: threshold, leastDenominator: least, rounding: .nearestFive)
            for rule in [plain, rounded] {
                let shown = figure.shown(to: .everyone, under: rule, as: kind, per: 100)
                let again = shown.shown(to: .everyone, under: rule, as: kind, per: 100)
                #expect(again == shown, "seed \(seed): \(figure) \(kind) \(rule)")
            }
            if figure.shown(to: .everyone, under: plain, as: kind, per: 100).isSuppressed {
                #expect(
                    figure.shown(to: .everyone, under: rounded, as: kind, per: 100).isSuppressed)
            }
        }
    }

    /// Mostly small, some not whole, and some at the ends of the range.
    private static func number(using random: inout Seeded) -> FixedDecimal? {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: nil
        case 1: FixedDecimal(hundredMillionths: .random(in: .min ... .max, using: &random))
        case 2: FixedDecimal(hundredMillionths: .random(in: 0...2_000_000_000, using: &random))
        case 3: FixedDecimal(.random(in: 0...300, using: &random))
        default: FixedDecimal(.random(in: 0...20, using: &random))
        }
    }
}
