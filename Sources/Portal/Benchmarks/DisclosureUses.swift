import Scorecard

/// One group of children of one series.
struct SeriesLine: Hashable {
    /// The series; 0 where several say the same.
    let series: Int64
    let breakdown: Int64
}

/// A rule under which the figures of a series come, because a measure uses it.
struct SeriesUse: Hashable {
    let terms: DisclosureTerms
    let timeBasis: TimeBasis
    /// The lines that the measure is judged by, of several publishers or of one, each of another
    /// series; readers add and subtract their figures as if they were one line's.
    let lines: [SeriesLine]

    /// Whether figures of a row's series come under it.
    func reaches(_ row: PublishedRow) -> Bool { lines.contains { $0.series == row.series } }

    /// The line that a row is of, the same for rows of series that say the same.
    ///
    /// Where all series serve the measure with the same group, their other groups are the same,
    /// too.
    func line(of row: PublishedRow) -> SeriesLine {
        guard lines.count > 1 else {
            return SeriesLine(series: row.series, breakdown: row.breakdown)
        }
        let first = lines[0].breakdown
        if lines.allSatisfy({ $0.breakdown == first }) {
            return SeriesLine(series: 0, breakdown: row.breakdown)
        }
        let own = SeriesLine(series: row.series, breakdown: row.breakdown)
        return lines.contains(own) ? SeriesLine(series: 0, breakdown: 0) : own
    }
}

/// Every rule, and which series hang together by one.
struct DisclosureUses {
    private(set) var uses: [Int64: Set<SeriesUse>] = [:]
    /// Series that hang together, each series in one of them.
    private(set) var clusters: [[Int64]] = []
    let partitions: [Partition]
    /// The series that readers lay beside each.
    private var mates: [Int64: Set<Int64>] = [:]

    /// What a measure makes of a series.
    struct Entry {
        let measure: Int64
        let line: SeriesLine
        let terms: DisclosureTerms
        let timeBasis: TimeBasis
        /// Whether the measure is judged by the series' figures as they are.
        let isOwn: Bool
        /// Whether the series gives an end of a gap, or the gap itself.
        let isOfGap: Bool
    }

    init(_ entries: [Entry], _ partitions: [Partition]) {
        self.partitions = partitions
        var joins = SeriesJoins()
        for entries in Dictionary(grouping: entries, by: \.measure).values {
            add(entries, &joins)
        }
        clusters = joins.clusters(of: Set(entries.map(\.line.series)))
    }

    /// The rules that some series come under.
    func rules(of series: [Int64]) -> Set<SeriesUse> {
        series.reduce(into: []) { $0.formUnion(uses[$1] ?? []) }
    }

    /// The series that readers lay beside one, which need not be all that hang together with it.
    func series(beside series: Int64) -> [Int64] {
        (mates[series] ?? []).subtracting([series]).sorted()
    }

    private mutating func pair(_ series: Set<Int64>) {
        guard series.count > 1 else { return }
        for one in series { mates[one, default: []].formUnion(series) }
    }

    /// Adds what one measure makes of its series.
    private mutating func add(_ entries: [Entry], _ joins: inout SeriesJoins) {
        let gap = entries.filter(\.isOfGap)
        pair(Set(gap.map(\.line.series)))
        for entry in gap.dropFirst() { joins.join(entry.line.series, gap[0].line.series) }
        for alike in Dictionary(grouping: entries.filter(\.isOwn), by: \.terms).values {
            // Of one series that serves the measure twice the first line is its own.
            let lines = alike.reduce(into: [SeriesLine]()) { lines, entry in
                if !lines.contains(where: { $0.series == entry.line.series }) {
                    lines.append(entry.line)
                }
            }
            pair(Set(lines.map(\.series)))
            for line in lines { joins.join(line.series, lines[0].series) }
            for line in lines {
                uses[line.series, default: []].insert(
                    SeriesUse(terms: alike[0].terms, timeBasis: alike[0].timeBasis, lines: lines))
            }
        }
        for entry in entries where !entry.isOwn {
            let line = SeriesLine(series: entry.line.series, breakdown: 0)
            uses[entry.line.series, default: []].insert(
                SeriesUse(terms: entry.terms, timeBasis: entry.timeBasis, lines: [line]))
        }
    }
}

/// Which series were said to hang together.
private struct SeriesJoins {
    private var parents: [Int64: Int64] = [:]

    mutating func join(_ one: Int64, _ other: Int64) {
        let (first, second) = (root(of: one), root(of: other))
        if first != second { parents[max(first, second)] = min(first, second) }
    }

    func clusters(of series: Set<Int64>) -> [[Int64]] {
        Dictionary(grouping: series.sorted(), by: root).sorted { $0.key < $1.key }.map(\.value)
    }

    private func root(of series: Int64) -> Int64 {
        var root = series
        while let parent = parents[root] { root = parent }
        return root
    }
}
