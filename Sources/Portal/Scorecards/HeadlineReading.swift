import Scorecard

/// The headline lines of some measures at the end of one day, cut from what was read.
struct HeadlineLines {
    private(set) var byMeasure: [Int64: HeadlineLine] = [:]
    private var gaps: [GapKey: (lines: GapLines, polarity: Polarity, position: Int)] = [:]

    private struct GapKey: Hashable {
        let measure: Int64
        let isLocal: Bool
    }

    /// The lines on a day: enough of each for a trend, or with all that came before.
    init(_ read: [HeadlineFigures], on day: Day, withHistory: Bool) {
        byMeasure.reserveCapacity(read.count)
        for entry in read {
            let first = withHistory ? Day.range.lowerBound : entry.source.trendStart(day)
            add(entry.figures.known(from: first, to: day), from: entry.source)
        }
        closeGaps()
    }

    /// Gives measures the lines that others have of them.
    mutating func replace(with others: HeadlineLines) {
        byMeasure.merge(others.byMeasure) { $1 }
    }

    private mutating func add(_ figures: [Figure], from source: HeadlineSource) {
        guard !figures.isEmpty else { return }
        guard let end = source.end else {
            byMeasure[source.measure, default: HeadlineLine()]
                .add(figures, isLocal: source.isLocal, from: source.position)
            return
        }
        let key = GapKey(measure: source.measure, isLocal: source.isLocal)
        var gap = gaps[key] ?? (GapLines(), end.polarity, source.position)
        if end.isFirst {
            gap.lines.first = figures
        } else {
            gap.lines.second = figures
        }
        gaps[key] = gap
    }

    /// Works the gaps out, once both ends are there.
    private mutating func closeGaps() {
        for (key, gap) in gaps {
            let gaps = gap.lines.gaps(("", ""), polarity: gap.polarity)
            var line = byMeasure[key.measure] ?? HeadlineLine()
            line.add(gaps.map(\.figure), isLocal: key.isLocal, from: gap.position)
            if key.isLocal { line.gaps = LocalGaps(all: gaps, polarity: gap.polarity) }
            byMeasure[key.measure] = line
        }
        gaps = [:]
    }
}

extension [Figure] {
    /// Those, latest first, that end between two days; most often that is all of them.
    fileprivate func known(from first: Day, to last: Day) -> [Figure] {
        guard let latest = self.first?.period.end, let oldest = self.last?.period.end,
            latest > last || oldest < first
        else { return self }
        return filter { $0.period.end >= first && $0.period.end <= last }
    }
}

/// The periods of the line read before: most lines of a page are for the same ones.
struct PeriodMemory {
    private var entries: [(kind: PeriodKind, end: Day, period: Period?)] = []

    /// The period of a kind that ends on a day, which the line before may have had in its place.
    mutating func period(_ kind: PeriodKind, endingOn end: Day, at place: Int) -> Period? {
        if place < entries.count, entries[place].end == end, entries[place].kind == kind {
            return entries[place].period
        }
        let period = Period(kind, containing: end)
        if place < entries.count {
            entries[place] = (kind, end, period)
        } else if place == entries.count {
            entries.append((kind, end, period))
        }
        return period
    }
}
