import SQLite
import Scorecard

/// Holds published figures against the small-number rules of the measures that use them.
///
/// It is the one seam where figures meet their audience. What a rule forbids to show is moved
/// out of `figure` before any page can ask for it, so that no cell, drawing, sentence or download
/// can hold it. All groups, periods and areas of a series are looked at together, whichever
/// measures and pages show them.
struct DisclosureLoad {
    let database: Database

    /// Changes whenever the same files could come to be shown otherwise.
    static let version = "disclosure 3"

    /// Holds every figure against the rules.
    func run() throws {
        try database.run("DELETE FROM true_figure")
        try withhold(try database.seriesUses())
    }

    /// Holds the figures of some series against the rules; they are there with their true numbers.
    func run(_ series: [Int64]) throws {
        let some = Set(series)
        try withhold(try database.seriesUses().filter { some.contains($0.key) })
    }

    private func withhold(_ uses: [Int64: [SeriesUse]]) throws {
        let partitions = try database.partitions()
        for (series, uses) in uses {
            let rows = try database.publishedRows(of: series)
            let groups = Set(rows.map(\.breakdown))
            let partitions = partitions.filter { $0.tells(of: groups) }
            for area in Dictionary(grouping: rows, by: \.area).values {
                let shown = Self.shown(area, under: Set(uses), partitions)
                for (row, figure) in zip(area, shown) where row.figure != figure {
                    try database.replace(row, with: figure)
                }
            }
        }
    }

    /// The figures of one series for one area as everyone may see them, under every rule that they
    /// come under.
    static func shown(
        _ rows: [PublishedRow], under uses: Set<SeriesUse>, _ partitions: [Partition]
    ) -> [Figure] {
        var shown = rows.map(\.figure)
        for use in uses {
            let seen = table(rows, use.timeBasis, partitions).shown(under: use.terms)
            for place in shown.indices where shown[place].marker != .confidential {
                // Of several rules the strictest decides, and a rounded figure stays rounded.
                if seen[place].isSuppressed || seen[place] != rows[place].figure {
                    shown[place] = seen[place]
                }
            }
        }
        return shown
    }

    /// What readers can add and subtract: groups that make up a whole in a period, and periods
    /// of a group that make up a year.
    private static func table(
        _ rows: [PublishedRow], _ timeBasis: TimeBasis, _ partitions: [Partition]
    ) -> DisclosureTable {
        var table = DisclosureTable(rows.map(\.figure))
        for period in Dictionary(grouping: rows.indices, by: { rows[$0].figure.period }).values {
            let places = Dictionary(
                period.filter { rows[$0].isCounted }.map { (rows[$0].breakdown, $0) },
                uniquingKeysWith: { place, _ in place })
            for partition in partitions { table.add(partition, at: places) }
        }
        for line in Dictionary(grouping: rows.indices, by: { rows[$0].line }).values {
            table.addPeriods(of: line, timeBasis: timeBasis)
        }
        return table
    }
}

extension PublishedRow {
    /// Whether readers know that there is a number, shown or withheld.
    fileprivate var isCounted: Bool { figure.value != nil || figure.isSuppressed }
}

extension Partition {
    /// Whether readers who are given these groups can work anything out by it.
    fileprivate func tells(of groups: Set<Int64>) -> Bool {
        (whole.map(groups.contains) ?? true) && !groups.isDisjoint(with: parts)
    }
}

extension DisclosureTable {
    /// Says how the groups of one period make up a whole, by the places of their figures.
    ///
    /// Of parts that were not all published, what is left of the whole is a number too.
    fileprivate mutating func add(_ partition: Partition, at places: [Int64: Int]) {
        let parts = partition.parts.compactMap { places[$0] }
        let isComplete = parts.count == partition.parts.count
        switch (partition.whole, isComplete) {
        case (let whole?, true): if let whole = places[whole] { addSum(whole, of: parts) }
        case (let whole?, false): if let whole = places[whole] { addOpenSum(whole, of: parts) }
        case (nil, true): addShares(parts)
        case (nil, false): addOpenShares(parts)
        }
    }
}
