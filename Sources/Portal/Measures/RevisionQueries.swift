import SQLite
import Scorecard

/// A version of one of a measure's figures, as everyone may see it.
struct Revision: Equatable {
    /// Which of the measure's series it belongs to.
    let position: Int
    /// Counted from 0, the oldest first.
    let place: Int
    /// The day from which it was known here.
    let knownOn: Day
    let figure: Figure

    /// Whether officers returned it; no other series stands before those of the catalogue.
    var isReturned: Bool { position < 0 }
}

/// What was said of a version of a figure that officers returned.
struct ReturnedVersion: Equatable {
    let period: Period
    let knownOn: Day
    /// Who answers for it, by role.
    let authorRole: String
    let revisionReason: String?
    let nothingReason: String?
}

extension Database {
    /// The versions of the figures that a measure is judged by or made of, oldest first.
    func revisions(ofMeasure measure: MeasureDetail) throws(SQLError) -> [Revision] {
        var revisions: [Revision] = []
        try forEach(
            """
            SELECT measure_series.position, measure_series.transform, revision.place,
                   revision.known_on, revision.period, revision.status, revision.value,
                   revision.numerator, revision.denominator, revision.marker
            FROM measure_series
            JOIN published_revision AS revision
                ON revision.series_id = measure_series.series_id
                AND revision.breakdown_id = measure_series.breakdown_id
            WHERE measure_series.measure_id = \(measure.facts.id)
                AND measure_series.role <> 'related'
            ORDER BY measure_series.position, revision.ends_on, revision.period, revision.place
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            let figure = try Figure(row: row, for: period)
            revisions.append(
                Revision(
                    position: try row("position"), place: try row("place"),
                    knownOn: try row("known_on"),
                    figure: figure.transformed(by: try row("transform"), isLocal: true)))
        }
        return revisions
    }

    /// What was said of each version that officers returned of a measure's figures, oldest first.
    func returnedVersions(of measure: String) throws(SQLError) -> [ReturnedVersion] {
        var versions: [ReturnedVersion] = []
        try forEach(
            """
            SELECT published_entry.period, publication.known_on, published_entry.author_role,
                   published_entry.revision_reason, published_entry.nothing_reason
            FROM published_entry
            JOIN publication ON publication.id = published_entry.publication_id
            WHERE published_entry.measure = \(measure)
            ORDER BY published_entry.period, published_entry.version
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            versions.append(
                ReturnedVersion(
                    period: period, knownOn: try row("known_on"),
                    authorRole: try row("author_role"),
                    revisionReason: try row("revision_reason"),
                    nothingReason: try row("nothing_reason")))
        }
        return versions
    }

    /// Where the figures that a measure is judged by or made of may not be compared across.
    func breaks(ofMeasure measure: Int64) throws(SQLError) -> [SeriesBreak] {
        var breaks: [SeriesBreak] = []
        try forEach(
            """
            SELECT DISTINCT series_break.ends_on, series_break.period, series_break.reason
            FROM measure_series
            JOIN series_break ON series_break.series_id = measure_series.series_id
            WHERE measure_series.measure_id = \(measure) AND measure_series.role <> 'related'
            ORDER BY series_break.ends_on
            """
        ) { row throws(SQLError) in
            guard let first = Period(try row("period", as: String.self)) else { return }
            breaks.append(SeriesBreak(first: first, reason: try row("reason")))
        }
        return breaks
    }
}
