/// The counts that stand behind a figure.
///
/// A percentage printed with only one of its parts gives the other away, so it is worked out
/// here as a reader would, to the nearest whole.
struct FigureCounts: Hashable, Sendable {
    var value: FixedDecimal?
    var numerator: FixedDecimal?
    var denominator: FixedDecimal?

    /// The counts of a figure; a rate can be worked back only with its multiplier.
    init(
        value: FixedDecimal?, numerator: FixedDecimal?, denominator: FixedDecimal?, kind: ValueKind,
        multiplier: Int32? = nil
    ) {
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        guard let value, let per = kind.multiplier(stated: multiplier) else { return }
        if numerator == nil, let denominator {
            let product = value * denominator
            self.numerator = product?.dividing(by: FixedDecimal(per), per: 1)?.rounded(to: 0)
        } else if denominator == nil, let numerator {
            self.denominator = numerator.dividing(by: value, per: per)?.rounded(to: 0)
        }
    }

    /// The counts of a figure.
    init(of figure: Figure, as kind: ValueKind, per multiplier: Int32?) {
        self.init(
            value: figure.value, numerator: figure.numerator, denominator: figure.denominator,
            kind: kind, multiplier: multiplier)
    }

    /// Those of the denominator that are not in the numerator.
    var remainder: FixedDecimal? {
        guard let numerator, let denominator else { return nil }
        return denominator - numerator
    }

    /// All of them to the nearest 5.
    var rounded: FigureCounts {
        var rounded = self
        rounded.value = value?.nearestFive
        rounded.numerator = numerator?.nearestFive
        rounded.denominator = denominator?.nearestFive
        return rounded
    }

    /// Whether these rounded counts have nothing left to divide by, though `exact` had.
    func losesDenominator(of exact: FigureCounts, _ kind: ValueKind) -> Bool {
        guard kind.isShare || kind == .rate, let before = exact.denominator else { return false }
        return before != .zero && denominator == .zero
    }
}

extension ValueKind {
    /// Whether the figure says how many of a whole.
    var isShare: Bool { self == .percentage || self == .composition }
}

extension FixedDecimal {
    /// The nearest multiple of 5, half away from zero.
    ///
    /// At the very end of the range, where that would not fit, it is left as it is.
    var nearestFive: FixedDecimal {
        let five = Int128(Self.one) * 5
        return FixedDecimal(wide: wide.divided(by: five) * five) ?? self
    }
}
