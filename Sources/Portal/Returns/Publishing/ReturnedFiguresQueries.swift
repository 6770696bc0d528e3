import SQLite
import Scorecard

extension Database {
    /// The codes of the measures of which returns were published.
    func returnedMeasures() throws(SQLError) -> [String] {
        try all("SELECT DISTINCT measure FROM published_entry ORDER BY measure") {
            row throws(SQLError) in try row("measure")
        }
    }

    /// Stops a load whose files no longer have a measure of which returns were published: its
    /// figures would be lost to readers.
    func refuseLostMeasures() throws {
        let lost: String? = try first(
            """
            SELECT measure FROM published_entry
            WHERE measure NOT IN (SELECT code FROM measure WHERE position >= 0)
            ORDER BY measure LIMIT 1
            """)
        guard let lost else { return }
        throw LoadError(
            file: "measures.csv", line: nil, column: "code",
            reason: "«\(lost)» is missing, and figures of it were published from returns; "
                + "keep it, with the status archived")
    }

    /// The same for groups of children.
    func refuseLostGroups() throws {
        let lost: String? = try first(
            """
            SELECT breakdown FROM published_entry_figure
            WHERE breakdown <> ''
                AND breakdown NOT IN (SELECT code FROM breakdown WHERE position >= 0)
            ORDER BY breakdown LIMIT 1
            """)
        guard let lost else { return }
        throw LoadError(
            file: "breakdowns.csv", line: nil, column: "breakdown",
            reason: "«\(lost)» is missing, and figures of it were published from returns; keep it")
    }

    /// Stops a load that makes a measure's figures, once published, numbers of another kind: a
    /// count would be read as a percentage.
    func refuseOtherKinds() throws {
        let other = try first(
            """
            SELECT measure.code, measure.value_kind, series.value_kind AS published_kind
            FROM measure
            JOIN series ON series.code = \(Self.returnPrefix) || measure.code
            WHERE measure.position >= 0 AND series.value_kind <> measure.value_kind
            ORDER BY measure.code LIMIT 1
            """
        ) { row throws(SQLError) in
            (
                code: try row("code", as: String.self),
                kind: try row("value_kind", as: String.self),
                published: try row("published_kind", as: String.self)
            )
        }
        guard let other else { return }
        throw LoadError(
            file: "measures.csv", line: nil, column: "value_kind",
            reason: "«\(other.code)» has the kind \(other.kind), and figures of it were published "
                + "from returns as \(other.published); give the new measure a code of its own")
    }

    func placeReturnSource(_ publisher: String) throws(SQLError) {
        try run(
            """
            INSERT INTO source (code, publisher, publication, position)
            VALUES (\(Self.returnSource), \(publisher), 'Returns of the partnership''s services',
                    1000000)
            ON CONFLICT (code) DO UPDATE SET
                publisher = excluded.publisher, publication = excluded.publication,
                position = excluded.position
            """)
    }

    /// The series of each measure's returns, and its place before those of other publishers.
    func placeReturnSeries(_ measures: [String]) throws(SQLError) {
        try run(
            """
            INSERT INTO series (code, title, unit, value_kind, period_kind, position)
            SELECT \(Self.returnPrefix) || code, title, unit, value_kind, period_kind,
                   1000000 + position
            FROM measure WHERE code IN \(list: measures)
            ON CONFLICT (code) DO UPDATE SET
                title = excluded.title, unit = excluded.unit, value_kind = excluded.value_kind,
                period_kind = excluded.period_kind, position = excluded.position
            """)
        try run(
            """
            INSERT OR IGNORE INTO line (id, series_id, breakdown_id, area_id)
            SELECT \(Self.lastListedLine) + row_number() OVER (), series_id, breakdown_id, area_id
            FROM (
                SELECT DISTINCT series.id AS series_id, breakdown.id AS breakdown_id,
                       area.id AS area_id
                FROM published_entry_figure AS published
                JOIN series ON series.code = \(Self.returnPrefix) || published.measure
                JOIN breakdown ON breakdown.code = \(Self.publishedGroup)
                JOIN area ON area.kind = 'local'
                WHERE published.measure IN \(list: measures))
            """)
        try run(
            """
            INSERT INTO measure_series (measure_id, position, series_id, breakdown_id, role, match,
                                        transform, local_line_id, period_kind)
            SELECT measure.id, -1, series.id, breakdown.id, 'headline', 'exact', 'none', line.id,
                   series.period_kind
            FROM measure
            JOIN series ON series.code = \(Self.returnPrefix) || measure.code
            JOIN breakdown ON breakdown.position = 0
            LEFT JOIN line ON line.series_id = series.id AND line.breakdown_id = breakdown.id
            WHERE measure.code IN \(list: measures)
            ON CONFLICT (measure_id, position) DO UPDATE SET
                series_id = excluded.series_id, breakdown_id = excluded.breakdown_id,
                local_line_id = excluded.local_line_id, period_kind = excluded.period_kind
            """)
    }

    /// The figures of the latest version of each period, with their true numbers.
    func placeReturnFigures(_ measures: [String]) throws(SQLError) {
        let lines: SQL = """
            (SELECT line.id FROM line JOIN series ON series.id = line.series_id
             JOIN measure ON series.code = \(Self.returnPrefix) || measure.code
             WHERE measure.code IN \(list: measures))
            """
        try run("DELETE FROM true_figure WHERE line_id IN \(lines)")
        try run("DELETE FROM superseded_figure WHERE line_id IN \(lines)")
        try run("DELETE FROM figure WHERE line_id IN \(lines)")
        try run(
            """
            INSERT INTO figure (line_id, ends_on, period, status, value, numerator, denominator,
                                marker, source_id)
            SELECT line.id, published.ends_on, published.period, published.status,
                   published.value, published.numerator, published.denominator, published.marker,
                   source.id
            FROM published_entry_figure AS published
            JOIN series ON series.code = \(Self.returnPrefix) || published.measure
            JOIN breakdown ON breakdown.code = \(Self.publishedGroup)
            JOIN line ON line.series_id = series.id AND line.breakdown_id = breakdown.id
            JOIN area ON area.id = line.area_id AND area.kind = 'local'
            JOIN source ON source.code = \(Self.returnSource)
            WHERE published.measure IN \(list: measures)
                AND published.version = (
                    SELECT max(latest.version) FROM published_entry AS latest
                    WHERE latest.measure = published.measure
                        AND latest.period = published.period)
            """)
    }

    /// What officers said with the latest version of each period: commentary, action, forecast.
    func placeReturnWords(_ measures: [String]) throws(SQLError) {
        let latest: SQL = """
            FROM published_entry AS published
            JOIN publication ON publication.id = published.publication_id
            JOIN measure ON measure.code = published.measure
            WHERE published.measure IN \(list: measures)
                AND published.version = (
                    SELECT max(other.version) FROM published_entry AS other
                    WHERE other.measure = published.measure AND other.period = published.period)
            """
        try removeReturnWords(measures)
        try run(
            """
            INSERT INTO commentary (measure_id, period, what_happened, why, what_we_are_doing,
                                    author_role, published_on, is_returned, nothing_reason)
            SELECT measure.id, published.period,
                   coalesce(published.what_happened, published.nothing_reason), published.why,
                   published.what_we_are_doing, published.author_role, publication.known_on, 1,
                   published.nothing_reason
            \(latest) AND coalesce(published.what_happened, published.nothing_reason) IS NOT NULL
            ON CONFLICT (measure_id, period) DO UPDATE SET
                what_happened = excluded.what_happened, why = excluded.why,
                what_we_are_doing = excluded.what_we_are_doing,
                author_role = excluded.author_role, published_on = excluded.published_on,
                is_returned = 1, nothing_reason = excluded.nothing_reason
            """)
        // What is said again in the same words is one action, as it stood in the last of the periods
        // (a bare column is of the row that has the maximum).
        try run(
            """
            INSERT INTO action (measure_id, what, owner_role, due_on, state, updated_on,
                                returned_period)
            SELECT measure.id, published.action_what, published.action_owner,
                   published.action_due_on, published.action_state, publication.known_on,
                   max(published.period)
            \(latest) AND published.action_what IS NOT NULL
            GROUP BY measure.id, lower(rtrim(published.action_what, '. '))
            """)
        // A small number of children is not told as a forecast, either; of several of one day
        // that with the latest figure is the last.
        try run(
            """
            INSERT INTO forecast (measure_id, period, value, by_role, made_on, is_returned)
            SELECT measure.id, published.forecast_period, published.forecast,
                   published.author_role, publication.known_on, 1
            \(latest) AND published.forecast IS NOT NULL
                AND NOT (measure.value_kind = 'count' AND published.forecast <> 0
                    AND abs(published.forecast)
                        < (measure.small_number_threshold + 1) * \(FixedDecimal(1)))
            ORDER BY published.period
            ON CONFLICT (measure_id, period, made_on) DO UPDATE SET
                value = excluded.value, by_role = excluded.by_role, is_returned = 1
            """)
    }

    /// Takes away what was placed of versions that may have been revised since.
    private func removeReturnWords(_ measures: [String]) throws(SQLError) {
        let some: SQL = "measure_id IN (SELECT id FROM measure WHERE code IN \(list: measures))"
        try run("DELETE FROM commentary WHERE is_returned AND \(some)")
        try run("DELETE FROM action WHERE returned_period IS NOT NULL AND \(some)")
        try run("DELETE FROM forecast WHERE is_returned AND \(some)")
    }

    /// The series of the returns of some measures.
    func returnSeries(of measures: [String]) throws(SQLError) -> [Int64] {
        try all(
            """
            SELECT series.id FROM series
            JOIN measure ON series.code = \(Self.returnPrefix) || measure.code
            WHERE measure.code IN \(list: measures)
            """
        ) { row throws(SQLError) in try row("id") }
    }

    /// Before a measure's code: the code of the series of its returns.
    static let returnPrefix = "return/"
    private static let returnSource = "returns"
    /// The code of the breakdown of a published figure: all children are the first of the file.
    static let publishedGroup: SQL = """
        coalesce(nullif(published.breakdown, ''),
                 (SELECT code FROM breakdown WHERE position = 0))
        """
}
