/// How one measure's figures are written: its places and its unit.
public struct FigureFormat: Hashable, Sendable {
    /// What kind of number the figures are.
    public let kind: ValueKind
    /// Places after the point.
    public let decimals: Int

    /// Creates the format of a measure.
    public init(kind: ValueKind, decimals: Int) {
        self.kind = kind
        self.decimals = decimals
    }

    /// A figure for people: `67.8%`, `−0.24`, `1,436`.
    public func text(_ value: FixedDecimal) -> String {
        decimalFormat.text(value)
    }

    /// Whether a figure that is not zero is written as zero, for which `[low]` is the shorthand.
    ///
    /// Government Analysis Function, guidance on symbols in tables.
    public func roundsToZero(_ value: FixedDecimal) -> Bool {
        value != .zero && value.rounded(to: decimals) == .zero
    }

    /// A figure beside its judgement: never looking equal to a target that it misses.
    public func text(_ value: FixedDecimal, judged judgement: Judgement) -> String {
        guard let missed = judgement.missed else { return text(value) }
        return decimalFormat.text(value, missing: missed)
    }

    /// A target or bound for people, with all the places it was set with.
    public func exactText(_ value: FixedDecimal) -> String {
        decimalFormat.with(decimals: max(decimals, value.decimals)).text(value)
    }

    /// A change for people, always signed: `+1.6`, `−0.3`.
    ///
    /// The unit is left to ``differenceUnit``, since a column names it once.
    public func change(_ difference: FixedDecimal) -> String {
        DecimalFormat(decimals: decimals, signed: true).text(difference)
    }

    /// The unit of a difference between two figures, if it has a name of its own.
    ///
    /// Percentages differ by percentage points, and not by percent.
    public var differenceUnit: String? {
        switch kind {
        case .percentage, .composition, .points: "percentage points"
        case .rate, .count, .score, .narrative: nil
        }
    }

    /// An allowance for people, without a sign: `1.0 point`, `0.25`.
    func allowance(_ amount: FixedDecimal) -> String {
        let shown = max(decimals, amount.decimals)
        let number = DecimalFormat(decimals: shown).text(amount)
        guard differenceUnit != nil else { return number }
        return amount == FixedDecimal(1) ? "\(number) point" : "\(number) points"
    }

    private var decimalFormat: DecimalFormat {
        DecimalFormat(decimals: decimals, percent: kind == .percentage || kind == .composition)
    }
}

extension FixedDecimal {
    /// The places after the point that the value needs, 0 to 8.
    var decimals: Int {
        var (decimals, rest) = (Self.places, hundredMillionths.magnitude)
        while decimals > 0, rest.isMultiple(of: 10) {
            rest /= 10
            decimals -= 1
        }
        return decimals
    }
}
