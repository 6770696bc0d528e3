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
        if !withHistory {
            for figure in try headlineFigures(scope, until: day) {
                lines[figure.measure, default: HeadlineLine()].add(figure)
            }
        }
        let missing = measures.map(\.id).filter { lines[$0]?.local.isEmpty ?? true }
        if !missing.isEmpty {
            for figure in try headlineFigures(ofMeasures: missing, until: day) {
                lines[figure.measure, default: HeadlineLine()].add(figure)
            }
        }
        for entry in try headlineBreaks(scope) where entry.end <= day {
            lines[entry.measure]?.breaks.append(entry)
        }
        let targets = Dictionary(grouping: try targets(scope, around: day), by: \.measure)
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
