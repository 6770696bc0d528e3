import Scorecard

/// Lines while they are read, those of gaps still in their two ends.
struct HeadlineLines {
    var byMeasure: [Int64: HeadlineLine] = [:]
    private var gaps: [GapKey: (lines: GapLines, polarity: Polarity, position: Int)] = [:]

    private struct GapKey: Hashable {
        let measure: Int64
        let isLocal: Bool
    }

    mutating func add(_ figures: [Figure], from source: HeadlineSource) {
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
    mutating func closeGaps() {
        for (key, gap) in gaps {
            let figures = gap.lines.gaps(("", ""), polarity: gap.polarity).map(\.figure)
            byMeasure[key.measure, default: HeadlineLine()]
                .add(figures, isLocal: key.isLocal, from: gap.position)
        }
        gaps = [:]
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
