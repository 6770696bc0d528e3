extension TrendChart {
    /// The chart in words, for its `desc`: made from the same figures that are drawn, and no others.
    public var alternative: String {
        ([movement] + (outlook?.projections.map(sentence) ?? []) + breaks.map(words.sentence)
            + [words.gaps(in: local)])
            .compactMap { $0 }
            .reduce("Line chart.") { $0 + " " + $1 + "." }
            + " Full figures are in the table beside the chart."
    }

    private var words: TimeWords {
        TimeWords(periods: periods, breaks: breaks, arrived: arrived)
    }

    /// Where the lines went and where the target is, in one sentence.
    private var movement: String? {
        let own = words.span(of: local)
        var parts = [words.movement(of: local), certainty].compactMap { $0 }
        if let comparator, let theirs = words.span(of: comparator) {
            parts.append(words.words(for: comparator, over: theirs, sameAs: own))
        }
        if let target { parts += [words.latest(of: target, besides: own)].compactMap { $0 } }
        if let trajectory, !path.isEmpty { parts.append(trajectory.words) }
        return parts.joined(separator: "; ")
    }

    /// Between what the latest figure lies.
    private var certainty: String? {
        guard let index = local.latest, intervals.indices.contains(index),
            let interval = intervals[index]
        else { return nil }
        return "the latest figure could be " + interval.words
    }

    private func sentence(about projection: Projection) -> String {
        let range = projection.range.map { ", and could be " + $0.words } ?? ""
        return projection.name + " for " + periods[arrived + projection.period] + ": "
            + projection.figure.text + range
    }
}

extension PlottedInterval {
    /// The interval as in a sentence: a to b.
    fileprivate var words: String { lower.text + " to " + upper.text }
}
