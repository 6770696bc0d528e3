/// What cumulative figures give away by subtraction: counts that no table prints.
struct CumulativeDifferences {
    /// What one figure counts beyond the one before it.
    struct Difference {
        let earlier: Int
        let later: Int
        let counts: FigureCounts
        /// Whether it would be withheld if it were printed.
        let isSmall: Bool
    }

    /// The differences of neighbours in time.
    private(set) var successive: [Difference] = []

    /// Works out the differences, and withholds the earlier of any two figures, neighbours or
    /// not, whose difference is small; the later one is the one that readers need, and so the
    /// latest is looked at first.
    init(
        of series: [[Int]], _ counts: [FigureCounts], hiding isWithheld: inout [Bool],
        under terms: DisclosureTerms
    ) {
        for places in series {
            for end in places.indices.dropFirst().reversed() {
                for start in places.indices.prefix(upTo: end) {
                    let (earlier, later) = (places[start], places[end])
                    let counts = counts[later].less(counts[earlier])
                    let difference = Difference(
                        earlier: earlier, later: later, counts: counts,
                        isSmall: terms.rule.withholds(counts, terms.kind))
                    if difference.isSmall, !isWithheld[later] { isWithheld[earlier] = true }
                    if start + 1 == end { successive.append(difference) }
                }
            }
        }
    }
}

extension FigureCounts {
    /// What these counts have beyond earlier ones; the part that is not known stays so.
    fileprivate func less(_ earlier: FigureCounts) -> FigureCounts {
        var difference = self
        difference.value = Self.difference(value, earlier.value)
        difference.numerator = Self.difference(numerator, earlier.numerator)
        difference.denominator = Self.difference(denominator, earlier.denominator)
        return difference
    }

    private static func difference(_ later: FixedDecimal?, _ earlier: FixedDecimal?)
        -> FixedDecimal?
    {
        guard let later, let earlier else { return nil }
        return later - earlier
    }
}
