import Scorecard

/// Where the figures of all councils lie: the values below which so many of 100 councils are.
struct Distribution: Equatable {
    /// How many councils have a figure.
    let areas: Int
    let p1: FixedDecimal
    let p25: FixedDecimal
    let median: FixedDecimal
    let p75: FixedDecimal
    let p99: FixedDecimal

    /// The distribution of the measure's own numbers, made from the published ones; `nil` where
    /// these are counts, which are not compared.
    func transformed(by transform: FigureTransform) -> Distribution? {
        switch transform {
        case .none: return self
        case .numerator: return nil
        case .complement:
            let hundred = FixedDecimal(100)
            guard let p1 = hundred - p99, let p25 = hundred - p75, let median = hundred - median,
                let p75 = hundred - p25, let p99 = hundred - self.p1
            else { return nil }
            return Distribution(
                areas: areas, p1: p1, p25: p25, median: median, p75: p75, p99: p99)
        }
    }
}
