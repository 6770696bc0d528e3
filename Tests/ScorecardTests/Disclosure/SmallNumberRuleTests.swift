import Scorecard
import Testing

@Suite struct SmallNumberRuleTests {
    /// Counts, and whether fewer than 6 withholds them.
    private static let counts: [(FixedDecimal, Bool)] = [
        ("0", false), ("0.5", true), ("1", true), ("2.5", true), ("5", true), ("5.5", true),
        ("5.99999999", true), ("6", false), ("-1", true), ("-5", true), ("-6", false),
    ]

    @Test(arguments: counts)
    func `a count is withheld from 1 to the threshold`(count: FixedDecimal, isWithheld: Bool) {
        let rule = SmallNumberRule.standard
        #expect(
            rule.withholds(value: count, numerator: nil, denominator: nil, kind: .count)
                == isWithheld)
        #expect(
            rule.withholds(value: nil, numerator: count, denominator: nil, kind: .count)
                == isWithheld)
        // A rate goes by its numerator only.
        #expect(
            rule.withholds(value: count, numerator: count, denominator: "3", kind: .rate)
                == isWithheld)
        #expect(!rule.withholds(value: count, numerator: nil, denominator: "3", kind: .rate))
    }

    /// Numerators and denominators, and whether the standard rule withholds the percentage.
    private static let shares: [(FixedDecimal, FixedDecimal, Bool)] = [
        // The numerator.
        ("0", "100", false), ("1", "100", true), ("5", "100", true), ("6", "100", false),
        // The remainder.
        ("100", "100", false), ("99", "100", true), ("95", "100", true), ("94", "100", false),
        // The denominator: none of 4 is withheld, and none of 10 shown.
        ("0", "4", true), ("0", "9", true), ("0", "10", false), ("10", "10", false),
        ("9", "9", true), ("0", "0", false), ("6", "12", false), ("6", "11", true),
        // More than all, where one can count twice.
        ("106", "100", false), ("105", "100", true),
    ]

    @Test(arguments: shares)
    func `a percentage is withheld by numerator, remainder and denominator`(
        numerator: FixedDecimal, denominator: FixedDecimal, isWithheld: Bool
    ) {
        for kind in [ValueKind.percentage, .composition] {
            #expect(
                SmallNumberRule.standard.withholds(
                    value: nil, numerator: numerator, denominator: denominator, kind: kind)
                    == isWithheld)
            // One part gives the other away.
            guard let value = numerator.dividing(by: denominator, per: 100) else { continue }
            #expect(
                SmallNumberRule.standard.withholds(
                    value: value, numerator: nil, denominator: denominator, kind: kind)
                    == isWithheld)
            guard value != .zero else { continue }
            #expect(
                SmallNumberRule.standard.withholds(
                    value: value, numerator: numerator, denominator: nil, kind: kind)
                    == isWithheld)
        }
    }

    // 6 or 5 of 18 and the 12 or 13 that are left: 33.3% of 18 is 5.994, and 12 are 66.7% of 17.99.
    @Test(
        arguments: [
            ("33.3", nil, "18", false), ("27.8", nil, "18", true),
            ("66.7", "12", nil, false), ("72.2", "13", nil, true),
        ] as [(FixedDecimal, FixedDecimal?, FixedDecimal?, Bool)])
    func `a rounded percentage is worked back to whole children`(
        value: FixedDecimal, numerator: FixedDecimal?, denominator: FixedDecimal?, isWithheld: Bool
    ) {
        #expect(
            SmallNumberRule.standard.withholds(
                value: value, numerator: numerator, denominator: denominator, kind: .percentage)
                == isWithheld)
    }

    @Test func `a percentage without parts cannot be checked and is shown`() {
        for kind in ValueKind.allCases where kind != .count {
            #expect(
                !SmallNumberRule.standard.withholds(
                    value: "1", numerator: nil, denominator: nil, kind: kind))
        }
    }

    @Test func `a mean is withheld by its denominator`() {
        for kind in [ValueKind.score, .points] {
            for (denominator, isWithheld) in [("9", true), ("10", false), ("0", false)]
                as [(FixedDecimal, Bool)]
            {
                #expect(
                    SmallNumberRule.standard.withholds(
                        value: "1", numerator: "2", denominator: denominator, kind: kind)
                        == isWithheld)
            }
        }
        #expect(
            !SmallNumberRule.standard.withholds(
                value: "1", numerator: "1", denominator: "1", kind: .narrative))
    }

    @Test func `no rule withholds nothing`() {
        for kind in ValueKind.allCases {
            #expect(
                !SmallNumberRule.none.withholds(
                    value: "0.5", numerator: "0.5", denominator: "1", kind: kind))
        }
    }

    @Test func `a rule of its own moves both bounds`() {
        let rule = SmallNumberRule(threshold: 2, leastDenominator: 30)
        for (numerator, denominator, isWithheld) in [
            ("2", "50", true), ("3", "50", false), ("3", "29", true), ("3", "30", false),
            ("28", "30", true), ("27", "30", false),
        ] as [(FixedDecimal, FixedDecimal, Bool)] {
            #expect(
                rule.withholds(
                    value: nil, numerator: numerator, denominator: denominator, kind: .percentage)
                    == isWithheld)
        }
    }

    @Test func `numbers of a rule stay in range`() {
        let low = SmallNumberRule(threshold: -1, leastDenominator: .min)
        #expect(low == .none)
        let high = SmallNumberRule(threshold: .max, leastDenominator: .max)
        #expect(high == SmallNumberRule(threshold: 1_000_000, leastDenominator: 1_000_000))
        #expect(high.threshold == 1_000_000 && high.leastDenominator == 1_000_000)
        #expect(SmallNumberRule() == .standard)
        #expect(SmallNumberRule.standard.threshold == 5)
        #expect(SmallNumberRule.standard.leastDenominator == 10)
        #expect(SmallNumberRule.standard.rounding == .none)
    }

    /// Counts that the rule withholds when it rounds: those that would be printed as 1 to 5.
    @Test(arguments: [
        (5, "7", true), (5, "8", false), (5, "0", false), (4, "4", true), (4, "5", false),
        (1, "2", false), (1, "1", true), (2, "3", false), (6, "7", true), (6, "8", false),
        (0, "1", false),
    ])
    func `a count that would be rounded to a withheld one is withheld`(
        threshold: Int, count: FixedDecimal, isWithheld: Bool
    ) {
        let rule = SmallNumberRule(threshold: threshold, rounding: .nearestFive)
        #expect(
            rule.withholds(value: count, numerator: nil, denominator: nil, kind: .count)
                == isWithheld)
    }

    @Test func `a rounded remainder or denominator counts as well`() {
        let rule = SmallNumberRule(leastDenominator: 11, rounding: .nearestFive)
        for (numerator, denominator, isWithheld) in [
            ("93", "100", true), ("92", "100", false), ("0", "12", true), ("0", "13", false),
            ("17", "25", false), ("18", "25", true),
        ] as [(FixedDecimal, FixedDecimal, Bool)] {
            #expect(
                rule.withholds(
                    value: nil, numerator: numerator, denominator: denominator, kind: .percentage)
                    == isWithheld,
                "\(numerator) of \(denominator)")
        }
        // A denominator that rounds to nothing leaves nothing to divide by.
        let loose = SmallNumberRule(threshold: 0, leastDenominator: 0, rounding: .nearestFive)
        for kind in [ValueKind.percentage, .composition, .rate] {
            #expect(loose.withholds(value: nil, numerator: "1", denominator: "2", kind: kind))
            #expect(!loose.withholds(value: nil, numerator: "1", denominator: "3", kind: kind))
        }
        #expect(!loose.withholds(value: "1", numerator: "1", denominator: "2", kind: .score))
    }

    // MARK: Words

    @Test(arguments: [
        (
            ValueKind.count,
            "Not shown, because it counts fewer than 6 children or would let such a number be "
                + "worked out."
        ),
        (
            .rate,
            "Not shown, because it counts fewer than 6 children or would let such a number be "
                + "worked out."
        ),
        (
            .percentage,
            "Not shown, because it counts or leaves out fewer than 6 children, is out of fewer "
                + "than 10, or would let such a number be worked out."
        ),
        (
            .composition,
            "Not shown, because it counts or leaves out fewer than 6 children, is out of fewer "
                + "than 10, or would let such a number be worked out."
        ),
        (
            .score,
            "Not shown, because it is the mean of fewer than 10 children or would let such a "
                + "number be worked out."
        ),
        (.points, "Not shown, because a figure that it is worked out from is not shown."),
        (.narrative, "Not shown, because its publisher does not show it."),
    ])
    func `readers are told why a figure is not shown`(kind: ValueKind, words: String) {
        #expect(SmallNumberRule.standard.explanation(as: kind) == words)
    }

    @Test(arguments: [
        (
            SmallNumberRule.standard, ValueKind.count,
            "Only officers of the service see a figure that counts fewer than 6 families, or one "
                + "that would let such a number be worked out. Zero is shown."
        ),
        (
            .standard, .percentage,
            "Only officers of the service see a figure that counts or leaves out fewer than 6 "
                + "families or is out of fewer than 10, or one that would let such a number be "
                + "worked out. 0% and 100% are shown when they are out of 10 or more."
        ),
        (
            SmallNumberRule(threshold: 2, leastDenominator: 0), .percentage,
            "Only officers of the service see a figure that counts or leaves out fewer than 3 "
                + "families, or one that would let such a number be worked out. 0% and 100% are "
                + "shown."
        ),
        (
            SmallNumberRule(rounding: .nearestFive), .count,
            "Only officers of the service see a figure that counts fewer than 8 families, or one "
                + "that would let such a number be worked out. Zero is shown. Numbers are "
                + "rounded to the nearest 5, so they may not add up."
        ),
        (
            SmallNumberRule(threshold: 0, leastDenominator: 11, rounding: .nearestFive),
            .percentage,
            "Only officers of the service see a figure that is out of fewer than 13, or one that "
                + "would let such a number be worked out. Percentages are worked out from "
                + "numbers rounded to the nearest 5."
        ),
        (
            SmallNumberRule(rounding: .nearestFive), .rate,
            "Only officers of the service see a figure that counts fewer than 8 families, or one "
                + "that would let such a number be worked out. Zero is shown. Rates are worked "
                + "out from numbers rounded to the nearest 5."
        ),
        (SmallNumberRule.none, .count, "No figure is withheld for being small."),
    ])
    func `the rule is a sentence for the page of the measure`(
        rule: SmallNumberRule, kind: ValueKind, words: String
    ) {
        #expect(rule.sentence(as: kind, of: "families") == words)
    }
}
