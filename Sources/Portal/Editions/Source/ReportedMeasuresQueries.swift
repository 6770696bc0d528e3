import SQLite
import Scorecard

extension Database {
    /// The measures of a version as an audience may see them, and what was said of them by a day.
    ///
    /// About fifteen questions, whatever the number of measures.
    func reportedMeasures(
        of version: EditionVersion, following previous: EditionVersion?, for audience: Audience,
        on day: Day
    ) throws(SQLError) -> ReportedMeasures {
        let template = EditionTemplate(version.content)
        let headings = try scorecards(of: template)
        let groups = try reportedGroups(
            on: headings, without: template.withoutMeasures)
        let measures = groups.flatMap(\.measures)
        let ids = measures.map(\.id)
        let quarter = version.edition.quarter
        let earlier = previous?.edition.quarter ?? quarter.predecessor
        let standings = try standings(
            of: measures, .measures(ids), on: [quarter.end] + (earlier.map { [$0.end] } ?? []),
            for: audience, withHistory: true)
        let now = standings[quarter.end] ?? [:]
        return ReportedMeasures(
            scorecards: headings, groups: groups, standings: now,
            before: earlier.flatMap { standings[$0.end] } ?? [:], quarterBefore: earlier,
            areas: try areaFigures(of: now, for: audience),
            country: headings.first?.countryWords ?? "Country",
            quarters: try quarters(of: measures, now, upTo: quarter, for: audience),
            definitions: try reportedDefinitions(of: ids), releases: try releases(of: now),
            targets: try targetDetails(ofMeasures: ids),
            words: try reportedWords(of: ids, saidBy: day))
    }

    /// The quarters side by side, of the measures whose latest figure is one of a quarter.
    private func quarters(
        of measures: [MeasureFacts], _ standings: Standings, upTo quarter: FinancialQuarter,
        for audience: Audience
    ) throws(SQLError) -> Rug? {
        let quarterly = measures.filter { measure in
            standings[measure.id]?.latest?.period.kind == .financialQuarter
        }
        guard !quarterly.isEmpty else { return nil }
        return Rug(
            upTo: quarter,
            try self.standings(
                of: quarterly, .measures(quarterly.map(\.id)), on: Rug.days(upTo: quarter),
                for: audience))
    }

    /// Every target that some measures ever had, the last to end first.
    private func targetDetails(
        ofMeasures measures: [Int64]
    ) throws(SQLError) -> [Int64: [TargetDetail]] {
        let details = try all(
            """
            \(TargetDetail.selection)
            FROM target
            WHERE target.measure_id IN \(list: measures)
            ORDER BY target.ends_on DESC
            """, read: TargetDetail.init)
        return Dictionary(grouping: details) { $0.entry.measure }
    }

    /// Where the latest figures are from, and since when they have been known here.
    ///
    /// Of a gap, the end that came last tells. The days are those of `published_revision`, so
    /// that a version nobody may see does not show by its day either.
    private func releases(of standings: Standings) throws(SQLError) -> [Int64: FigureRelease] {
        let wanted = standings.values.compactMap(WantedFigure.init(latestOf:))
        guard !wanted.isEmpty else { return [:] }
        var releases: [Int64: FigureRelease] = [:]
        try forEach(
            """
            WITH \(wanted.table)
            SELECT wanted.measure_id, measure_series.position < 0 AS is_returned,
                   (SELECT max(revision.known_on) FROM published_revision AS revision
                    WHERE revision.series_id = measure_series.series_id
                        AND revision.breakdown_id = measure_series.breakdown_id
                        AND revision.ends_on = wanted.ends_on
                        AND revision.period = wanted.period) AS known_on,
                   (SELECT source.publisher || ', ' || source.publication
                    FROM published_figure
                    JOIN source ON source.id = published_figure.source_id
                    WHERE published_figure.line_id = measure_series.local_line_id
                        AND published_figure.ends_on = wanted.ends_on
                        AND published_figure.period = wanted.period) AS publication,
                   measure_series.match, measure_series.note, series.caution
            FROM wanted
            CROSS JOIN measure_series ON \(WantedFigure.series)
            CROSS JOIN series ON series.id = measure_series.series_id
            ORDER BY wanted.measure_id, known_on, measure_series.position DESC
            """
        ) { row throws(SQLError) in
            releases[try row("measure_id")] = FigureRelease(
                knownOn: try row("known_on"), isReturned: try row("is_returned"),
                publication: try row("publication"), match: try row("match"),
                matchNote: try row("note"), caution: try row("caution"))
        }
        return releases
    }
}
