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

    /// A figure beside its judgement, with as many places as it takes to have the same status
    /// when it is judged as it is shown.
    ///
    /// So 91.46% against a target of 91.5% is not shown as 91.5%, nor is 90.49% as 90.5% where
    /// that would count as close.
    public func text(_ value: FixedDecimal, judged judgement: Judgement) -> String {
        decimalFormat.with(decimals: places(of: value, judged: judgement)).text(value)
    }

    /// The places at which a judged figure keeps its status.
    public func places(of value: FixedDecimal, judged judgement: Judgement) -> Int {
        guard let verdict = judgement.verdict, let target = judgement.target,
            let day = judgement.figure?.period.end
        else { return decimals }
        var shown = decimals
        while shown < FixedDecimal.places,
            Verdict(of: value.rounded(to: shown), against: target, on: day)?.status
                != verdict.status
        {
            shown += 1
        }
        return shown
    }

    /// The same format with other places.
    func with(decimals: Int) -> FigureFormat { FigureFormat(kind: kind, decimals: decimals) }

    /// A figure beside another that it must not look equal to, unless it is.
    func text(_ value: FixedDecimal, missing other: FixedDecimal) -> String {
        decimalFormat.text(value, missing: other)
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
        distance(amount, decimals: max(decimals, amount.decimals))
    }

    /// How far two figures lie apart, without a sign: `52.2 points`, `0.04`.
    ///
    /// It is shown with as many places as it takes not to look like nothing.
    public func distance(_ difference: FixedDecimal) -> String {
        distance(difference, atLeast: decimals)
    }

    /// How far two figures lie apart, with so many places or more.
    func distance(_ difference: FixedDecimal, atLeast places: Int) -> String {
        let amount = difference.magnitude
        var shown = max(decimals, places)
        while amount != .zero, shown < FixedDecimal.places, amount.rounded(to: shown) == .zero {
            shown += 1
        }
        return distance(amount, decimals: shown)
    }

    private func distance(_ amount: FixedDecimal, decimals: Int) -> String {
        let number = DecimalFormat(decimals: decimals).text(amount)
        guard differenceUnit != nil else { return number }
        let isOne = amount.rounded(to: decimals) == FixedDecimal(1)
        return isOne ? "\(number) point" : "\(number) points"
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
