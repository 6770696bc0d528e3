extension ProcessChart {
    /// More periods than this are counted, not listed.
    private static let fewPeriods = 4

    /// The chart in words, for its `desc`: made from the same figures that are drawn, and no others.
    public var alternative: String {
        let movement = [words.movement(of: series), target.flatMap(aim)].compactMap { $0 }
            .joined(separator: "; ")
        return
            ([movement] + stretches.map(limits) + [variation] + breaks.map(words.sentence)
            + [words.gaps(in: series)])
            .compactMap { $0 }
            .reduce("Process chart.") { $0 + " " + $1 + "." }
            + " Full figures are in the table beside the chart."
    }

    private var words: TimeWords {
        TimeWords(periods: periods, breaks: breaks, arrived: periods.count)
    }

    private func aim(_ target: TrendChart.Series) -> String? {
        words.latest(of: target, besides: words.span(of: series))
    }

    /// The mean and limits of a stretch, with its periods when there is more than one stretch.
    private func limits(of stretch: Stretch) -> String {
        let lower = shown(stretch.lower)?.text
        let upper = shown(stretch.upper)?.text
        var words = "Mean " + stretch.mean.text
        if let lower, let upper {
            words += ", limits " + lower + " to " + upper
        } else if let upper {
            words += ", upper limit " + upper
        } else if let lower {
            words += ", lower limit " + lower
        }
        guard stretches.count > 1 else { return words }
        let first = periods[stretch.points.lowerBound]
        let last = periods[stretch.points.upperBound - 1]
        return words + (first == last ? " in " + first : " from " + first + " to " + last)
    }

    /// Which figures are more than common variation.
    private var variation: String? {
        let shown = points.filter { $0.figure != nil }
        guard !shown.isEmpty else { return nil }
        let special = [("Improving: ", Kind.improving), ("Concerning: ", .concerning)]
            .compactMap { name, kind in
                Self.list(shown.filter { $0.kind == kind }.map(\.period)).map { name + $0 }
            }
        guard !special.isEmpty else { return "Every figure is common variation" }
        let others = shown.contains { $0.kind == .common }
        return (special + (others ? ["All other figures are common variation"] : []))
            .joined(separator: ". ")
    }

    private static func list(_ periods: [String]) -> String? {
        guard let last = periods.last else { return nil }
        guard periods.count > fewPeriods else { return periods.inWords }
        return String(periods.count) + " figures, the latest in " + last
    }
}
