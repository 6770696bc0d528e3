import Scorecard
import Testing

@Suite struct RatioTests {
    // By hand with whole numbers: 792 of 3,676 is 21.5451577…%.
    @Test(arguments: [
        ("792", "3676", 100, "21.54515778"), ("57", "63500", 10_000, "8.97637795"),
        ("1", "3", 100, "33.33333333"), ("2", "3", 100, "66.66666667"), ("0", "7", 100, "0"),
        ("7", "7", 100, "100"), ("8", "7", 100, "114.28571429"), ("3", "2", 1, "1.5"),
        ("0.5", "2.5", 1_000, "200"), ("1", "1", .max, "2147483647"),
        ("0.00000001", "92233720368.54775807", 1, "0"),
    ])
    func `a figure is worked out from two numbers`(
        numerator: FixedDecimal, denominator: FixedDecimal, multiplier: Int32, value: FixedDecimal
    ) throws {
        let ratio = try Ratio(of: numerator, in: denominator, per: multiplier)
        #expect(ratio.value == value)
        #expect(ratio.numerator == numerator)
        #expect(ratio.denominator == denominator)
        #expect(ratio.multiplier == multiplier)
    }

    @Test(arguments: [
        ("-1", "7", 100, RatioRefusal.negativeNumerator),
        ("-0.00000001", "0", 100, .negativeNumerator),
        ("1", "-7", 100, .negativeDenominator), ("0", "-0.00000001", 100, .negativeDenominator),
        ("1", "0", 100, .outOfNothing), ("0.00000001", "0", 100, .outOfNothing),
        ("1", "7", 0, .multiplierBelowOne), ("1", "7", -100, .multiplierBelowOne),
        ("92233720368", "1", 100, .tooLarge), ("1", "0.00000001", 1_000, .tooLarge),
    ])
    func `numbers that make no ratio are refused with the reason`(
        numerator: FixedDecimal, denominator: FixedDecimal, multiplier: Int32, reason: RatioRefusal
    ) {
        #expect(throws: reason) {
            try Ratio(of: numerator, in: denominator, per: multiplier)
        }
    }

    @Test func `none out of none is no number`() throws {
        let ratio = try Ratio(of: .zero, in: .zero)
        #expect(ratio.value == nil)
        #expect(ratio.order(beside: .zero) == nil)
    }

    @Test func `every reason is a sentence of its own`() {
        let words = RatioRefusal.allCases.map(\.words)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") })
        #expect(
            RatioRefusal.outOfNothing.words
                == "The bottom number must be above 0, because the top number is.")
    }

    @Test(arguments: [
        ("1", "3", "33.33333333", Ratio.Order.above), ("1", "3", "33.33333334", .below),
        ("2", "3", "66.66666667", .below), ("2", "3", "66.66666666", .above),
        ("1", "4", "25", .equal), ("1", "4", "25.00000001", .below),
        ("1", "4", "24.99999999", .above), ("0", "4", "0", .equal), ("0", "4", "-0.1", .above),
        ("92233720368.54775807", "92233720368.54775807", "100", .equal),
        ("92233720368.54775807", "92233720368.54775806", "100", .above),
        // These round onto the bound, and miss it all the same.
        ("19999999999", "40000000000", "50", .below), ("20000000001", "40000000000", "50", .above),
    ])
    func `a ratio lies beside a bound without rounding`(
        numerator: FixedDecimal, denominator: FixedDecimal, bound: FixedDecimal, order: Ratio.Order
    ) throws {
        #expect(try Ratio(of: numerator, in: denominator).order(beside: bound) == order)
    }

    @Test func `the widest numbers that there are can be compared`() throws {
        let most = FixedDecimal(hundredMillionths: .max)
        let ratio = try Ratio(of: most, in: most, per: .max)
        #expect(ratio.order(beside: most) == .below)
        #expect(ratio.order(beside: -most) == .above)
        #expect(ratio.order(beside: FixedDecimal(.max)) == .equal)
    }

    // Counts about each bound, for bounds and populations of the sizes that there are:
    // the number of people times ten to the bound's places stays below 200 million.
    @Test func `rounding once never moves a figure onto a bound`() throws {
        var random = Seeded(seed: 200_000_000)
        for _ in 0..<4_000 {
            let places = Int.random(in: 0...3, using: &random)
            let scale = [100_000_000, 10_000_000, 1_000_000, 100_000][places]
            let people = Int.random(in: 1...(2 * scale - 1), using: &random)
            let steps = Int.random(in: 1...(100 * 100_000_000 / scale), using: &random)
            let bound = FixedDecimal(hundredMillionths: Int64(steps * scale))
            let nearest = Int(Int128(steps) * Int128(scale) * Int128(people) / 10_000_000_000)
            for counted in max(nearest - 1, 0)...(nearest + 2) {
                let ratio = try Ratio(
                    of: #require(FixedDecimal(exactly: counted)),
                    in: #require(FixedDecimal(exactly: people)))
                let value = try #require(ratio.value)
                let rounded: Ratio.Order =
                    value == bound ? .equal : (value < bound ? .below : .above)
                guard ratio.order(beside: bound) == rounded else {
                    Issue.record("\(counted) of \(people) beside \(bound), seed \(random.seed)")
                    return
                }
            }
        }
    }

    @Test(
        arguments: [
            (ValueKind.percentage, 10_000, 100), (.percentage, nil, 100), (.composition, nil, 100),
            (.rate, 10_000, 10_000), (.rate, nil, nil), (.rate, 1, 1), (.rate, 0, nil),
            (.count, 100, nil), (.score, 100, nil),
            (.points, 100, nil), (.narrative, 100, nil),
        ] as [(ValueKind, Int32?, Int32?)])
    func `a kind of value tells what its figures are for`(
        kind: ValueKind, stated: Int32?, multiplier: Int32?
    ) {
        #expect(kind.multiplier(stated: stated) == multiplier)
    }
}
