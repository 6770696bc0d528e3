import SQLite
import Scorecard

extension Database {
    /// What is known of the measures of some entries, in four questions however many they are.
    func pasts(of entries: [ReturnEntry]) throws(SQLError) -> EntryPasts {
        let facts = Dictionary(
            entries.map { ($0.measure.facts.id, $0.measure.facts) }, uniquingKeysWith: { $1 })
        guard let last = entries.map(\.period.end).max() else { return [:] }
        let measures = facts.values.sorted { $0.id < $1.id }
        let scope = ScorecardScope.measures(measures.map(\.id))
        let sources = try headlineSources(of: measures, scope)
        let request = HeadlineRequest(days: last...last, withHistory: true, audience: .service)
        let lines = HeadlineLines(
            try headlineFigures(of: sources.lines, request), on: last, withHistory: true)
        var pasts: EntryPasts = [:]
        for measure in measures {
            pasts[measure.id] = EntryPast(line: lines.byMeasure[measure.id] ?? HeadlineLine())
        }
        for broken in sources.breaks { pasts[broken.measure]?.line.add(broken.entry) }
        let earliest = entries.map(\.period.end).min() ?? last
        for target in try targets(scope, endingSince: earliest) {
            pasts[target.measure]?.targets.append(target)
        }
        for id in facts.keys {
            pasts[id]?.targets.sort {
                ($0.target.ends ?? .endOfTime) > ($1.target.ends ?? .endOfTime)
            }
        }
        try addGroups(of: measures.map(\.id), to: &pasts)
        return pasts
    }

    private func addGroups(
        of measures: [Int64], to pasts: inout EntryPasts
    ) throws(SQLError) {
        try forEach(
            """
            SELECT measure_breakdown.measure_id, line.breakdown_id, figure.period, figure.status,
                   figure.value, figure.numerator, figure.denominator, figure.marker
            FROM measure_breakdown
            JOIN measure_series ON measure_series.measure_id = measure_breakdown.measure_id
                AND measure_series.role = 'headline' AND measure_series.transform = 'none'
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_breakdown.breakdown_id
            JOIN area ON area.id = line.area_id AND area.kind = 'local'
            JOIN service_figure AS figure ON figure.line_id = line.id
            WHERE measure_breakdown.measure_id IN \(list: measures)
            ORDER BY measure_breakdown.measure_id, line.breakdown_id, figure.ends_on DESC
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            pasts[try row("measure_id"), default: EntryPast()]
                .groups[try row("breakdown_id"), default: []]
                .append(try Figure(row: row, for: period))
        }
    }
}
