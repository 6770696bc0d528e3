extension TrendChart {
    /// The chart in words, for its `desc`: made from the same figures that are drawn, and no others.
    public var alternative: String {
        ([movement] + breaks.map(sentence) + [gaps])
            .compactMap { $0 }
            .reduce("Line chart.") { $0 + " " + $1 + "." }
            + " Full figures are in the table beside the chart."
    }

    /// Where the lines went and where the target is, in one sentence.
    private var movement: String? {
        let own = span(of: local)
        var parts = [
            own.map { words(for: local, over: $0) } ?? "No figure is shown for " + local.name
        ]
        if let comparator, let theirs = span(of: comparator) {
            parts.append(words(for: comparator, over: theirs, sameAs: own))
        }
        if let target, let index = target.latest, let figure = target.figures[index] {
            let period = index == own?.upperBound ? "" : " in " + periods[index]
            parts.append(target.name.lowercasedFirst + " " + figure.text + period)
        }
        return parts.joined(separator: "; ")
    }

    /// From the first figure comparable with the latest to the latest, as period numbers.
    private func span(of series: Series) -> ClosedRange<Int>? {
        guard let latest = series.latest else { return nil }
        let start = breaks.last { $0.period <= latest }?.period ?? 0
        let first = series.figures[start...].firstIndex { $0 != nil }
        return (first ?? latest)...latest
    }

    private func words(
        for series: Series, over span: ClosedRange<Int>, sameAs known: ClosedRange<Int>? = nil
    ) -> String {
        guard let first = series.figures[span.lowerBound],
            let latest = series.figures[span.upperBound]
        else { return series.name }
        let start = span == known ? "" : " in " + periods[span.lowerBound]
        let end = span == known ? "" : " in " + periods[span.upperBound]
        guard span.count > 1 else { return series.name + " " + latest.text + end }
        guard first.text != latest.text else {
            return series.name + " was " + latest.text
                + (span == known ? " in both" : start + " and" + end)
        }
        let verb = latest.value > first.value ? "rose" : "fell"
        return [series.name, verb, "from", first.text + start, "to", latest.text + end]
            .joined(separator: " ")
    }

    private func sentence(about seriesBreak: Break) -> String {
        "Figures before " + periods[seriesBreak.period] + " cannot be compared with later ones ("
            + seriesBreak.reason + ")"
    }

    /// Periods without a figure, once the line has begun: by name when they are few.
    private var gaps: String? {
        guard let first = local.figures.firstIndex(where: { $0 != nil }) else { return nil }
        let missing = local.figures.indices[first...].filter { local.figures[$0] == nil }
        switch missing.count {
        case 0: return nil
        case 1...3: return "No figure is shown for " + missing.map { periods[$0] }.inWords
        default:
            return "No figure is shown for " + String(missing.count) + " of the last "
                + String(periods.count - first) + " periods"
        }
    }
}

extension [String] {
    /// The list as in a sentence: a, b and c.
    var inWords: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    /// The text with a small first letter, as in the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
