/// Sentences about figures over time, for the alternatives of charts.
struct TimeWords {
    let periods: [String]
    let breaks: [TrendChart.Break]
    /// How many of the periods are not to come.
    let arrived: Int

    /// From the first figure comparable with the latest to the latest, as period numbers.
    func span(of series: TrendChart.Series) -> ClosedRange<Int>? {
        guard let latest = series.latest else { return nil }
        let start = breaks.last { $0.period <= latest }?.period ?? 0
        let first = series.figures[start...].firstIndex { $0 != nil }
        return (first ?? latest)...latest
    }

    func words(
        for series: TrendChart.Series, over span: ClosedRange<Int>,
        sameAs known: ClosedRange<Int>? = nil
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

    /// Where a line went since the last break, or that nothing of it is shown.
    func movement(of series: TrendChart.Series) -> String {
        span(of: series).map { words(for: series, over: $0) }
            ?? "No figure is shown for " + series.name
    }

    /// The latest figure of a target, with its period when it is not the one that `own` ends in.
    func latest(of target: TrendChart.Series, besides own: ClosedRange<Int>?) -> String? {
        guard let index = target.latest, let figure = target.figures[index] else { return nil }
        let period = index == own?.upperBound ? "" : " in " + periods[index]
        return target.name.lowercasedFirst + " " + figure.text + period
    }

    func sentence(about seriesBreak: TrendChart.Break) -> String {
        "Figures before " + periods[seriesBreak.period] + " cannot be compared with later ones"
            + (seriesBreak.reason.isEmpty ? "" : " (" + seriesBreak.reason + ")")
    }

    /// Periods without a figure, once the line has begun: by name when they are few.
    func gaps(in local: TrendChart.Series) -> String? {
        guard let first = local.figures.firstIndex(where: { $0 != nil }) else { return nil }
        let missing = (first..<arrived).filter { local.figures[$0] == nil }
        switch missing.count {
        case 0: return nil
        case 1...3: return "No figure is shown for " + missing.map { periods[$0] }.inWords
        default:
            return "No figure is shown for " + String(missing.count) + " of the last "
                + String(arrived - first) + " periods"
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
