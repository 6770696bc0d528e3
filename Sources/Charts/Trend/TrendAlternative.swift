extension TrendChart {
    /// The chart in words, for its `desc`: made from the same figures that are drawn, and no others.
    public var alternative: String {
        ([movement] + breaks.map(words.sentence) + [words.gaps(in: local)])
            .compactMap { $0 }
            .reduce("Line chart.") { $0 + " " + $1 + "." }
            + " Full figures are in the table beside the chart."
    }

    private var words: TimeWords { TimeWords(periods: periods, breaks: breaks) }

    /// Where the lines went and where the target is, in one sentence.
    private var movement: String? {
        let own = words.span(of: local)
        var parts = [words.movement(of: local)]
        if let comparator, let theirs = words.span(of: comparator) {
            parts.append(words.words(for: comparator, over: theirs, sameAs: own))
        }
        if let target { parts += [words.latest(of: target, besides: own)].compactMap { $0 } }
        return parts.joined(separator: "; ")
    }
}
