import SQLite
import Scorecard

extension Database {
    /// How some measures stand at the end of `day`, by the measure's id.
    ///
    /// Five questions, whatever the number of measures.
    /// With history, every figure is asked for, and not only those of a trend.
    func standings(
        of measures: [MeasureFacts], _ scope: ScorecardScope, on day: Day,
        withHistory: Bool = false
    ) throws(SQLError) -> [Int64: Standing] {
        var lines: [Int64: HeadlineLine] = [:]
        lines.reserveCapacity(measures.count)
        if !withHistory { lines.add(try headlineFigures(scope, until: day)) }
        let missing = measures.map(\.id).filter { lines[$0]?.local.isEmpty ?? true }
        if !missing.isEmpty {
            lines.add(try headlineFigures(ofMeasures: missing, until: day))
        }
        for entry in try headlineBreaks(scope) where entry.end <= day {
            lines[entry.measure]?.breaks.append(entry)
        }
        var targets: [Int64: [TargetEntry]] = [:]
        for entry in try self.targets(scope, around: day, latest: { lines[$0]?.latest?.end }) {
            targets[entry.measure, default: []].append(entry)
        }
        var standings: [Int64: Standing] = [:]
        standings.reserveCapacity(measures.count)
        for measure in measures where standings[measure.id] == nil {
            standings[measure.id] = Standing(
                measure, lines[measure.id] ?? HeadlineLine(),
                targets: targets[measure.id] ?? [], on: day)
        }
        return standings
    }
}

extension [Int64: HeadlineLine] {
    /// Adds figures that come measure by measure to the lines of their measures.
    fileprivate mutating func add(_ figures: [HeadlineFigure]) {
        var rest = figures[...]
        while let first = rest.first {
            let own = rest.prefix { $0.measure == first.measure }
            self[first.measure, default: HeadlineLine()].add(own)
            rest = rest[own.endIndex...]
        }
    }
}
