import Scorecard
import Testing

@Suite struct MeasureTests {
    // The words of the catalogue's and the figures' columns.
    @Test func `columns keep their words`() {
        #expect(
            Polarity.allCases.map(\.rawValue) == ["high", "low", "range", "context", "unconfirmed"])
        #expect(
            MeasureKind.allCases.map(\.rawValue)
                == ["measure", "implied", "fact", "context", "derived"])
        #expect(
            ValueKind.allCases.map(\.rawValue) == [
                "percentage", "rate", "count", "score", "points", "composition", "narrative",
            ])
        #expect(
            TimeBasis.allCases.map(\.rawValue) == [
                "in-period", "cumulative", "rolling-12-months", "snapshot", "cohort-year",
                "survey", "as-parts", "unknown",
            ])
        #expect(
            Frequency.allCases.map(\.rawValue) == [
                "quarterly", "termly", "annual", "monthly", "survey", "irregular", "as-parts",
                "to-be-defined",
            ])
        #expect(
            MeasureStatus.allCases.map(\.rawValue)
                == ["active", "in-development", "to-be-defined", "archived"])
        #expect(
            FigureStatus.allCases.map(\.rawValue)
                == ["final", "revised", "provisional", "estimated"])
        #expect(
            GoalKind.allCases.map(\.rawValue)
                == ["at-least", "at-most", "within", "floor", "maintain", "trajectory"])
        #expect(
            TargetStatus.allCases.map(\.rawValue) == [
                "off", "close", "on", "no-target", "target-expired", "too-early", "awaiting-data",
                "no-new-data", "suppressed", "in-development", "to-be-defined", "context-only",
            ])
    }

    @Test(arguments: [
        ("c", "[c]", "confidential"), ("x", "[x]", "not available"), ("z", "[z]", "not applicable"),
        ("u", "[u]", "low reliability"), ("low", "[low]", "rounds to zero"),
        ("k", "[low]", "rounds to zero"), ("p", "[p]", "provisional"), ("r", "[r]", "revised"),
        ("e", "[e]", "estimated"), ("b", "[b]", "break in series"),
    ])
    func `a marker has a shorthand and words`(letter: String, shorthand: String, words: String)
        throws
    {
        let marker = try #require(QualityMarker(rawValue: letter))
        #expect(marker.shorthand == shorthand)
        #expect(marker.words == words)
    }

    @Test(arguments: [
        (ValueKind.percentage, 1, "67.84", "67.8%", "+67.8"),
        (.score, 2, "-0.24", "−0.24", "−0.24"),
        (.count, 0, "1436", "1,436", "+1,436"), (.rate, 1, "57.25", "57.3", "+57.3"),
        (.composition, 0, "12.5", "13%", "+13"), (.points, 1, "29.2", "29.2", "+29.2"),
    ])
    func `a measure's figures are written with its places and unit`(
        kind: ValueKind, decimals: Int, value: FixedDecimal, text: String, change: String
    ) {
        let format = FigureFormat(kind: kind, decimals: decimals)
        #expect(format.text(value) == text)
        #expect(format.change(value) == change)
    }

    @Test(arguments: [
        ("0", 1, false), ("0.04", 1, true), ("-0.04", 1, true), ("0.05", 1, false),
        ("-0.05", 1, false), ("0.4", 0, true), ("0.5", 0, false), ("0.00000001", 8, false),
        ("0.00000001", 7, true),
    ])
    func `a figure rounds to zero when it is written as zero and is not`(
        value: FixedDecimal, decimals: Int, rounds: Bool
    ) {
        #expect(FigureFormat(kind: .percentage, decimals: decimals).roundsToZero(value) == rounds)
    }

    @Test(arguments: [
        (Polarity.highIsGood, "3", "2", true), (.highIsGood, "2", "3", false),
        (.lowIsGood, "2", "3", true), (.lowIsGood, "3", "2", false), (.context, "3", "2", true),
        (.betweenIsGood, "2", "3", false), (.unconfirmed, "3", "2", true),
        (.highIsGood, "2", "2", false), (.lowIsGood, "2", "2", false),
    ])
    func `a list has the better figure first`(
        polarity: Polarity, one: FixedDecimal, other: FixedDecimal, isFirst: Bool
    ) {
        #expect(polarity.lists(one, before: other) == isFirst)
    }

    @Test(arguments: [
        (ValueKind.percentage, true), (.rate, true), (.score, true), (.points, true),
        (.composition, true), (.count, false), (.narrative, false),
    ])
    func `a count says how large an area is`(kind: ValueKind, isComparable: Bool) {
        #expect(kind.isComparableBetweenAreas == isComparable)
    }
}
