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
    static let version = "disclosure 1"

    func run() throws {
        try database.run("DELETE FROM true_figure")
        let uses = try database.seriesUses()
        for (series, uses) in uses {
            let rows = try database.publishedRows(of: series)
            for area in Dictionary(grouping: rows, by: \.area).values {
                try disclose(area, Set(uses))
            }
        }
    }

    /// Holds the figures of one series for one area against every rule that they come under.
    private func disclose(_ rows: [PublishedRow], _ uses: Set<SeriesUse>) throws {
        var shown = rows.map(\.figure)
        for use in uses {
            let seen = table(rows, use.timeBasis).shown(under: use.terms)
            for place in shown.indices where shown[place].marker != .confidential {
                // Of several rules the strictest decides, and a rounded figure stays rounded.
                if seen[place].isSuppressed || seen[place] != rows[place].figure {
                    shown[place] = seen[place]
                }
            }
        }
        for (row, figure) in zip(rows, shown) where row.figure != figure {
            try database.replace(row, with: figure)
        }
    }

    /// What readers can add and subtract: groups that make up all children of a period, and
    /// periods of a group that make up a year.
    private func table(_ rows: [PublishedRow], _ timeBasis: TimeBasis) -> DisclosureTable {
        var table = DisclosureTable(rows.map(\.figure))
        for period in Dictionary(grouping: rows.indices, by: { rows[$0].figure.period }).values {
            guard let whole = period.first(where: { rows[$0].isWhole }) else { continue }
            let parts = period.filter { $0 != whole }
            for (_, parts) in Dictionary(grouping: parts, by: { rows[$0].dimension }) {
                table.addSumThatHolds(whole, of: parts)
            }
        }
        for line in Dictionary(grouping: rows.indices, by: { rows[$0].line }).values {
            table.addPeriods(of: line, timeBasis: timeBasis)
        }
        return table
    }
}
