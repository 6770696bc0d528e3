/// How one number stands for the figures of several areas.
public enum BenchmarkMethod: String, CaseIterable, Sendable {
    /// As a publisher gives it, for one area.
    case published
    /// The mean of the areas, each counting once.
    case mean
    /// The middle one of the areas.
    case median
}

/// What a figure is compared with; it always says the area, the method, the set and the period.
///
/// National tools use the mean and the median, and the two disagree: the placement stability of
/// Stockport's ten statistical neighbours in 2025 was 68.3% by the mean and 71.0% by the median.
public struct Benchmark: Hashable, Sendable {
    /// Of how many areas a figure is known.
    public struct Coverage: Hashable, Sendable {
        /// The areas that have a figure.
        public let known: Int
        /// The areas of the set.
        public let areas: Int
    }

    /// Where the number is from: `England`, or the set that is summed up, such as
    /// `statistical neighbours (2025 model)`.
    public let area: String
    /// How the number stands for them.
    public let method: BenchmarkMethod
    /// The period it is for.
    public let period: Period
    /// The number, unrounded; `nil` where no area has a figure.
    public let value: FixedDecimal?
    /// How many areas of a set have a figure; `nil` for what is published for one area.
    public let coverage: Coverage?

    /// Creates the benchmark of one area, as published.
    public init(publishedFor area: String, _ figure: Figure) {
        self.area = area
        method = .published
        period = figure.period
        value = figure.isSuppressed ? nil : figure.value
        coverage = nil
    }

    /// Creates the benchmark of a set of areas.
    ///
    /// `nil` for a method that sums up nothing.
    public init?(
        _ method: BenchmarkMethod, of neighbours: Neighbours, in set: String, _ period: Period
    ) {
        switch method {
        case .published: return nil
        case .mean: value = neighbours.mean
        case .median: value = neighbours.median
        }
        area = set
        self.method = method
        self.period = period
        coverage = Coverage(known: neighbours.values.count, areas: neighbours.areas)
    }

    /// The benchmark as a sentence, with its area, method, set and period.
    ///
    /// For example: "The mean of 9 of 10 statistical neighbours (2025 model) is 68.3% for
    /// 2024/25."
    public func sentence(in format: FigureFormat) -> String {
        let when = period.inSentence
        guard let value else { return "There is no figure of \(area) \(when)." }
        let number = format.text(value)
        guard let coverage else { return "\(area.possessive) figure is \(number) \(when)." }
        let name = method == .mean ? "mean" : "median"
        return "The \(name) of \(coverage.words) \(area) is \(number) \(when)."
    }
}

extension Benchmark.Coverage {
    /// `9 of 10`.
    public var words: String { "\(known) of \(areas)" }
}

extension String {
    /// The name of an area as the owner of what follows: `England’s`, `neighbours’`.
    ///
    /// A name that ends in s takes the apostrophe alone, as plurals such as "neighbours" must.
    var possessive: String { hasSuffix("s") ? "\(self)’" : "\(self)’s" }
}
