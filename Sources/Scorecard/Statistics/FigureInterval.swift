/// What one unit of a measure's figures is.
public struct FigureUnit: Hashable, Sendable {
    /// What kind of number the figures are.
    public let kind: ValueKind
    /// What a rate is per: 10,000 in "per 10,000 children"; a percentage is always per 100.
    public let multiplier: Int32

    /// Creates a unit; a multiplier below 1 becomes 1.
    public init(kind: ValueKind, multiplier: Int32 = 1) {
        self.kind = kind
        self.multiplier = max(multiplier, 1)
    }
}

extension ConfidenceInterval {
    /// The interval of a figure, in the figure's own unit.
    ///
    /// Percentages and shares go by Wilson's method, rates and counts by that of
    /// ``init(ofCount:_:)``, as the Office for Health Improvement and Disparities' technical
    /// guide has it. It is `nil` for a withheld figure, for scores and differences, where the
    /// parts of a percentage or rate are not known, and where they are not its parts.
    ///
    /// A percentage kept as 100 minus what was counted has the interval of the remainder.
    public init?(
        of figure: Figure, in unit: FigureUnit, _ level: ConfidenceLevel = .ninetyFive
    ) {
        guard !figure.isSuppressed, let value = figure.value else { return nil }
        switch unit.kind {
        case .percentage, .composition:
            guard let parts = FigureParts(figure),
                let share = ConfidenceInterval(
                    ofProportion: parts.numerator, in: parts.denominator, level)
            else { return nil }
            let direct = share.scaled(by: 100)
            let counted = 100 * parts.numerator / parts.denominator
            let asked = Double(value)
            let isRemainder = abs(100 - counted - asked) < abs(counted - asked)
            self = isRemainder ? direct.remainder(of: 100) : direct
            guard fits(value, counted: isRemainder ? 100 - counted : counted) else { return nil }
        case .rate:
            let multiplier = Double(unit.multiplier)
            guard let parts = FigureParts(figure),
                let rate = ConfidenceInterval(
                    ofRate: parts.numerator, in: parts.denominator, per: multiplier, level)
            else { return nil }
            self = rate
            let counted = multiplier * parts.numerator / parts.denominator
            guard fits(value, counted: counted) else { return nil }
        case .count:
            self.init(ofCount: Double(value), level)
        case .score, .points, .narrative:
            return nil
        }
    }

    /// Whether a value can be what its parts give, when publishers round it.
    ///
    /// It can when it lies in their interval, or within half a unit of its own last place.
    private func fits(_ value: FixedDecimal, counted: Double) -> Bool {
        let shown = Double(value)
        let unit = Double(FixedDecimal.powers[FixedDecimal.places - value.decimals])
        let half = unit / Double(FixedDecimal.one) / 2
        return lower <= shown && shown <= upper || abs(counted - shown) <= half
    }

    /// The interval of what is left of a whole.
    private func remainder(of whole: Double) -> ConfidenceInterval {
        ConfidenceInterval(lower: whole - upper, upper: whole - lower)
    }
}

/// The two numbers behind a percentage or a rate.
private struct FigureParts {
    let numerator: Double
    let denominator: Double

    /// The parts of a figure; `nil` where one is not known.
    init?(_ figure: Figure) {
        guard let numerator = figure.numerator, let denominator = figure.denominator else {
            return nil
        }
        self.numerator = Double(numerator)
        self.denominator = Double(denominator)
    }
}
