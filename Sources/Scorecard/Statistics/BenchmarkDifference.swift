/// How far another area's figure lies from one of ours, where chance cannot be allowed for.
public struct BenchmarkDifference: Hashable, Sendable {
    /// Our figure.
    private let own: FixedDecimal
    /// The other area's.
    private let benchmark: FixedDecimal
    /// The other area's less ours, exact.
    public let difference: FixedDecimal

    /// Compares two figures; `nil` where one is missing or withheld.
    public init?(of figure: Figure, with benchmark: Figure) {
        guard let own = figure.value, let other = benchmark.value,
            let difference = benchmark.difference(from: figure).value
        else { return nil }
        self.own = own
        self.benchmark = other
        self.difference = difference
    }

    /// How far apart the two figures lie as a table shows them, each rounded by itself.
    ///
    /// Who subtracts 32.0 from 36.0 finds "4.0 points higher than England" beside them.
    public func roundedWords(beside name: String, in format: FigureFormat) -> String {
        let shown = benchmark.rounded(to: format.decimals) - own.rounded(to: format.decimals)
        let apart = shown ?? difference
        guard apart != .zero else {
            return difference == .zero ? "the same as \(name)" : "about the same as \(name)"
        }
        let way = apart > .zero ? "higher" : "lower"
        return "\(format.distance(apart)) \(way) than \(name)"
    }

    /// The other area's figure and how far it lies from ours, in numbers that agree.
    ///
    /// For example: "England’s figure is 18.13%, 1.57 points higher than Stockport’s 16.56%."
    public func sentence(naming area: String, beside name: String, in format: FigureFormat)
        -> String
    {
        let shown = shown(in: format)
        let figure = "\(area.possessive) figure is \(shown.text(benchmark))"
        guard difference != .zero else { return "\(figure), the same as \(name)." }
        let way = difference > .zero ? "higher" : "lower"
        // Where more places are shown than the page has, our own figure is told with them.
        let beside = shown == format ? name : "\(name.possessive) \(shown.text(own))"
        return "\(figure), \(shown.distance(difference)) \(way) than \(beside)."
    }

    /// The format whose places let the two figures differ by what is said.
    private func shown(in format: FigureFormat) -> FigureFormat {
        format.with(decimals: format.placesAgreeing(benchmark, own, apart: difference))
    }
}
