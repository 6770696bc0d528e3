/// A figure beside a benchmark, with the range that chance leaves the figure.
public struct BenchmarkFinding: Hashable, Sendable {
    /// The range in which the true value behind the figure plausibly lies.
    public let interval: ConfidenceInterval
    /// The other area's figure.
    public let benchmark: FixedDecimal
    /// How the figure stands.
    public let comparison: BenchmarkComparison

    /// Compares a figure with a benchmark; `nil` where the figure has no interval, and for counts.
    ///
    /// The count of another area says how large the area is, so that only shares and rates are
    /// compared: D. Eayres, Commonly used public health statistics and their confidence
    /// intervals, Association of Public Health Observatories, Technical Briefing 3 (2008).
    public init?(
        of figure: Figure, with benchmark: FixedDecimal, unit: FigureUnit, polarity: Polarity
    ) {
        guard unit.kind != .count, let interval = ConfidenceInterval(of: figure, in: unit) else {
            return nil
        }
        self.interval = interval
        self.benchmark = benchmark
        comparison = BenchmarkComparison(
            of: interval, with: Double(benchmark), polarity: polarity)
    }

    /// The lower end of the range in decimals; `nil` beyond what decimals can be.
    public var lower: FixedDecimal? { FixedDecimal(estimate: interval.lower) }

    /// The upper end of the range in decimals; `nil` beyond what decimals can be.
    public var upper: FixedDecimal? { FixedDecimal(estimate: interval.upper) }

    /// The range as people say it: `20.2% to 22.9%`.
    public func range(in format: FigureFormat) -> String {
        format.text(from: interval.lower, to: interval.upper)
    }

    /// The finding with its numbers: "Our figure could be 20.2% to 22.9%. England's 21.5% lies
    /// within that, so the two are similar."
    public func sentence(naming area: String, in format: FigureFormat) -> String {
        let value = Double(benchmark)
        let place: String
        let shown: String
        if value < interval.lower {
            (place, shown) = (
                "is below that", format.text(estimate: value, apartFrom: interval.lower)
            )
        } else if value > interval.upper {
            (place, shown) = (
                "is above that", format.text(estimate: value, apartFrom: interval.upper)
            )
        } else {
            (place, shown) = ("lies within that", format.text(benchmark))
        }
        let range = format.text(from: interval.lower, to: interval.upper)
        return """
            Our figure could be \(range). \(area.possessive) \(shown) \(place), \
            so \(comparison.conclusion).
            """
    }
}

extension BenchmarkComparison {
    /// How the figure stands, as the end of a sentence.
    fileprivate var conclusion: String {
        switch self {
        case .similar: "the two are similar"
        case .better, .worse, .higher, .lower: "ours is \(words.lowercased())"
        }
    }
}
