/// How a measure's figure is typed.
public enum EntryShape: Hashable, Sendable {
    /// A top and a bottom number, from which it is worked out for so many.
    case ratio(per: Int32)
    /// A whole number.
    case count
    /// The figure itself, and where it has one, what it was counted out of.
    case value(hasDenominator: Bool)

    /// Decides how figures are typed from what the catalogue says of their measure; `nil` for
    /// words.
    ///
    /// Percentages, rates and shares are worked out where it is known what is counted out of
    /// what, so that nobody types a percentage whose numbers cannot be checked.
    ///
    /// - Parameters:
    ///   - kind: what kind of number the figures are.
    ///   - multiplier: how many a rate is told for.
    ///   - numerator: what is counted.
    ///   - denominator: what it is counted out of.
    public init?(kind: ValueKind, multiplier: Int32?, numerator: String?, denominator: String?) {
        let hasNumerator = numerator?.isEmpty == false
        let hasDenominator = denominator?.isEmpty == false
        switch kind {
        case .narrative: return nil
        case .count: self = .count
        case .percentage, .rate, .composition, .score, .points:
            let per = kind.multiplier(stated: multiplier)
            if let per, hasNumerator, hasDenominator {
                self = .ratio(per: per)
            } else {
                self = .value(hasDenominator: hasDenominator)
            }
        }
    }

    /// The boxes to type in, in the order of the page.
    public var boxes: [EntryBox] {
        switch self {
        case .ratio: [.numerator, .denominator]
        case .count, .value(hasDenominator: false): [.value]
        case .value(hasDenominator: true): [.denominator, .value]
        }
    }
}

/// A box that part of a figure is typed in; the raw value ends the name of its field.
public enum EntryBox: String, CaseIterable, Sendable {
    /// The top number.
    case numerator = "n"
    /// The bottom number.
    case denominator = "d"
    /// The figure itself, which may be a count.
    case value = "v"
}
