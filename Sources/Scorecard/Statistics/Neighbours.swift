/// The figures of a set of areas, summed up.
///
/// Areas without a figure are left out and counted, so that a page can say
/// "9 of 10". Mean and median are exact decimals: they are printed beside
/// figures, and national tools disagree about which to use.
public struct Neighbours: Hashable, Sendable {
    /// The figures that there are, smallest first.
    public let values: [FixedDecimal]
    /// How many areas the set has, with those that have no figure.
    public let areas: Int

    /// Sums up the figures of a set; `nil` stands for an area without one.
    public init(_ figures: some Sequence<FixedDecimal?>) {
        var (values, areas) = ([FixedDecimal](), 0)
        for figure in figures {
            areas += 1
            if let figure { values.append(figure) }
        }
        self.values = values.sorted()
        self.areas = areas
    }

    /// The mean, each area counting once, rounded to eight places; `nil` without figures.
    public var mean: FixedDecimal? {
        guard !values.isEmpty else { return nil }
        let sum = values.reduce(Int128(0)) { $0 + $1.wide }
        return FixedDecimal(wide: sum.divided(by: Int128(values.count)))
    }

    /// The middle figure, or the mean of the middle two; `nil` without figures.
    public var median: FixedDecimal? {
        guard !values.isEmpty else { return nil }
        let middle = values.count / 2
        guard values.count.isMultiple(of: 2) else { return values[middle] }
        return FixedDecimal(wide: (values[middle - 1].wide + values[middle].wide).divided(by: 2))
    }

    /// The smallest and the largest figure; `nil` without figures.
    public var range: ClosedRange<FixedDecimal>? {
        guard let low = values.first, let high = values.last else { return nil }
        return low...high
    }
}

extension Neighbours {
    /// The group of a figure of the set when the set is cut into so many, 4 for quartiles.
    ///
    /// Group 1 has the lowest values, or the highest if so asked. The rule is that
    /// of English public health statistics, with equal figures in one group. It is
    /// `nil` when there are fewer figures than groups.
    public func group(of figure: FixedDecimal, of groups: Int, highestFirst: Bool = false) -> Int? {
        guard groups > 0, values.count >= groups else { return nil }
        let before = values.count { highestFirst ? $0 > figure : $0 < figure }
        guard before < values.count else { return nil }
        // groups + 1 − ⌈(count − before) × groups ÷ count⌉, in whole numbers.
        let part = (values.count - before) * groups
        return groups + 1 - (part + values.count - 1) / values.count
    }
}
