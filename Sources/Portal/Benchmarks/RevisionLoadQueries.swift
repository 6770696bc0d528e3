import SQLite
import Scorecard

/// What tells the figures of one series for one area apart.
struct FigureKey: Hashable {
    let breakdown: Int64
    let period: Period
}

/// A figure as it was known from one day on.
struct FigureVersion: Equatable {
    let knownOn: Day
    let figure: Figure

    /// The version with another figure in place of its own.
    func with(_ figure: Figure) -> FigureVersion {
        FigureVersion(knownOn: knownOn, figure: figure)
    }
}

/// A figure that stands now in another series than the one that is looked at.
struct BesideFigure {
    /// With its true numbers, where they are known here.
    let row: PublishedRow
    let isWithheld: Bool
}

/// The versions of one figure, oldest first, at least one.
struct FigureHistory {
    let series: Int64
    let key: FigureKey
    var versions: [FigureVersion]

    /// A version as a row of what was published, counted from the oldest.
    func row(_ version: Int) -> PublishedRow {
        PublishedRow(
            series: series, line: key.breakdown, area: 0, breakdown: key.breakdown,
            figure: versions[version].figure)
    }
}

extension Database {
    /// Adds a version for each own figure, of all series or some, that is not as it was, and notes
    /// which stand now.
    func keepVersions(on day: Day, _ series: [Int64]?) throws(SQLError) {
        try run(
            """
            INSERT INTO figure_version (series_id, breakdown_id, area_id, ends_on, period, status,
                                        value, numerator, denominator, marker, known_on)
            SELECT loaded.series_id, loaded.breakdown_id, loaded.area_id, loaded.ends_on,
                   loaded.period, loaded.status, loaded.value, loaded.numerator,
                   loaded.denominator, loaded.marker, \(day)
            FROM (\(Self.ownFigures(in: "figure", series))
                  UNION ALL \(Self.ownFigures(in: "superseded_figure", series))) AS loaded
            LEFT JOIN figure_version AS newest ON newest.id = (
                SELECT max(other.id) FROM figure_version AS other
                WHERE other.series_id = loaded.series_id
                    AND other.breakdown_id = loaded.breakdown_id
                    AND other.area_id = loaded.area_id AND other.ends_on = loaded.ends_on
                    AND other.period = loaded.period
                    AND (other.status = loaded.status
                        OR (other.value IS NULL AND other.marker IS NULL)))
            WHERE newest.id IS NULL OR newest.status <> loaded.status
                OR newest.value IS NOT loaded.value OR newest.numerator IS NOT loaded.numerator
                OR newest.denominator IS NOT loaded.denominator
                OR newest.marker IS NOT loaded.marker
            ORDER BY loaded.series_id, loaded.breakdown_id, loaded.ends_on, loaded.period,
                     CASE loaded.status
                         WHEN 'provisional' THEN 0 WHEN 'final' THEN 1 ELSE 2 END
            """)
        try run(
            """
            UPDATE figure_version SET is_present = 0
            WHERE is_present AND \(Self.isOne(of: series, "series_id"))
            """)
        try run(
            """
            UPDATE figure_version SET is_present = 1 WHERE id IN (
                SELECT max(version.id)
                FROM (\(Self.ownFigures(in: "figure", series))) AS own
                CROSS JOIN figure_version AS version
                    ON version.series_id = own.series_id
                    AND version.breakdown_id = own.breakdown_id
                    AND version.area_id = own.area_id AND version.ends_on = own.ends_on
                    AND version.period = own.period AND version.status = own.status
                GROUP BY own.line_id, own.ends_on, own.period)
            """)
        try keepRemovals(on: day, series)
    }

    /// The own figures of all series or some, but for what the file of many areas brought: of that
    /// no measure is made.
    ///
    /// The own area comes first, so that the lines and figures of others are not read.
    private static func ownFigures(in table: SQL, _ series: [Int64]?) -> SQL {
        """
        SELECT line.series_id, line.breakdown_id, line.area_id, kept.*
        FROM area
        CROSS JOIN line ON line.area_id = area.id
        CROSS JOIN \(table) AS kept ON kept.line_id = line.id
        WHERE area.kind = 'local' AND line.id < \(WideLine.first)
            AND \(isOne(of: series, "line.series_id"))
        """
    }

    /// The condition that a series is one of some, or of all.
    private static func isOne(of series: [Int64]?, _ column: SQL) -> SQL {
        series.map { "\(column) IN \(list: $0)" } ?? "TRUE"
    }

    /// Adds a version without a number for each own figure that is in no file any more.
    private func keepRemovals(on day: Day, _ series: [Int64]?) throws(SQLError) {
        try run(
            """
            INSERT INTO figure_version (series_id, breakdown_id, area_id, ends_on, period, status,
                                        known_on)
            SELECT series_id, breakdown_id, area_id, ends_on, period, 'final', \(day)
            FROM (SELECT series_id, breakdown_id, area_id, ends_on, period,
                         max(is_present) AS is_there, max(id) AS newest
                  FROM figure_version
                  WHERE \(Self.isOne(of: series, "series_id"))
                  GROUP BY series_id, breakdown_id, area_id, ends_on, period) AS known
            WHERE NOT is_there AND EXISTS (
                SELECT 1 FROM figure_version AS version
                WHERE version.id = known.newest
                    AND (version.value IS NOT NULL OR version.marker IS NOT NULL))
            """)
    }

    /// Takes away what was shown of the versions.
    func unpublishRevisions(_ series: [Int64]?) throws(SQLError) {
        try run("DELETE FROM published_revision WHERE \(Self.isOne(of: series, "series_id"))")
    }

    /// Publishes the figures that have only ever been as they are, as everyone sees them.
    func publishSingleVersions(_ series: [Int64]?) throws(SQLError) {
        try run(
            """
            INSERT INTO published_revision
            SELECT version.series_id, version.breakdown_id, version.ends_on, version.period, 0,
                   version.known_on, figure.status, figure.value, figure.numerator,
                   figure.denominator, figure.marker
            FROM figure_version AS version
            JOIN area ON area.id = version.area_id AND area.kind = 'local'
            JOIN line ON line.series_id = version.series_id
                AND line.breakdown_id = version.breakdown_id AND line.area_id = version.area_id
            JOIN published_figure AS figure ON figure.line_id = line.id
                AND figure.ends_on = version.ends_on AND figure.period = version.period
            WHERE version.is_present AND \(Self.isOne(of: series, "version.series_id"))
                AND NOT EXISTS (
                SELECT 1 FROM figure_version AS other
                WHERE other.series_id = version.series_id
                    AND other.breakdown_id = version.breakdown_id
                    AND other.area_id = version.area_id AND other.ends_on = version.ends_on
                    AND other.period = version.period AND other.id <> version.id)
            """)
    }

    /// The series of which some figure has had more than one version.
    func revisedSeries(_ series: [Int64]?) throws(SQLError) -> [Int64] {
        try all(
            """
            SELECT DISTINCT series_id FROM (
                SELECT series_id FROM figure_version
                JOIN area ON area.id = figure_version.area_id AND area.kind = 'local'
                WHERE \(Self.isOne(of: series, "series_id"))
                GROUP BY series_id, breakdown_id, area_id, ends_on, period
                HAVING count(*) > 1)
            """
        ) { row throws(SQLError) in try row[0] }
    }

    /// The versions of every own figure of a series, with their true numbers.
    func histories(ofSeries series: Int64) throws(SQLError) -> [FigureHistory] {
        var histories: [FigureHistory] = []
        try forEach(
            """
            SELECT version.breakdown_id, version.period, version.status, version.value,
                   version.numerator, version.denominator,
                   CASE WHEN version.value IS NULL THEN coalesce(version.marker, 'x')
                        ELSE version.marker END AS marker,
                   version.known_on
            FROM figure_version AS version
            JOIN area ON area.id = version.area_id AND area.kind = 'local'
            JOIN breakdown ON breakdown.id = version.breakdown_id
            WHERE version.series_id = \(series)
            ORDER BY breakdown.position, breakdown.id, version.ends_on, version.period,
                     version.is_present, version.id
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            let key = FigureKey(breakdown: try row("breakdown_id"), period: period)
            let version = FigureVersion(
                knownOn: try row("known_on"), figure: try Figure(row: row, for: period))
            if histories.last?.key == key {
                histories[histories.count - 1].versions.append(version)
            } else {
                histories.append(FigureHistory(series: series, key: key, versions: [version]))
            }
        }
        return histories
    }

    /// The own figures of a series that stand now, as everyone sees them.
    func presentFigures(ofSeries series: Int64) throws(SQLError) -> [FigureKey: Figure] {
        var figures: [FigureKey: Figure] = [:]
        try forEach(
            """
            SELECT line.breakdown_id, figure.period, figure.status, figure.value,
                   figure.numerator, figure.denominator, figure.marker
            FROM line
            JOIN area ON area.id = line.area_id AND area.kind = 'local'
            JOIN published_figure AS figure ON figure.line_id = line.id
            WHERE line.series_id = \(series)
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            let key = FigureKey(breakdown: try row("breakdown_id"), period: period)
            figures[key] = try Figure(row: row, for: period)
        }
        return figures
    }

    /// The own figures of some series that stand now.
    func presentRows(of series: [Int64]) throws(SQLError) -> [BesideFigure] {
        guard !series.isEmpty else { return [] }
        var figures: [BesideFigure] = []
        try forEach(
            """
            SELECT line.series_id, line.breakdown_id, actual.period, actual.status, actual.value,
                   actual.numerator, actual.denominator, actual.marker,
                   figure.marker IS 'c' AS is_withheld
            FROM line
            JOIN area ON area.id = line.area_id AND area.kind = 'local'
            JOIN service_figure AS actual ON actual.line_id = line.id
            JOIN published_figure AS figure ON figure.line_id = line.id
                AND figure.ends_on = actual.ends_on AND figure.period = actual.period
            WHERE line.series_id IN \(SQL.all(of: series))
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            figures.append(
                BesideFigure(
                    row: PublishedRow(
                        series: try row("series_id"), line: try row("breakdown_id"), area: 0,
                        breakdown: try row("breakdown_id"),
                        figure: try Figure(row: row, for: period)),
                    isWithheld: try row("is_withheld")))
        }
        return figures
    }

    /// Writes what is shown of a figure's versions; one that never changed is there already.
    func publish(
        _ versions: [FigureVersion], of history: FigureHistory, in series: Int64
    ) throws(SQLError) {
        guard history.versions.count > 1 else { return }
        for (place, version) in versions.enumerated() {
            let figure = version.figure
            try run(
                """
                INSERT INTO published_revision (series_id, breakdown_id, ends_on, period, place,
                                                known_on, status, value, numerator, denominator,
                                                marker)
                VALUES (\(series), \(history.key.breakdown), \(history.key.period.end),
                        \(history.key.period.description), \(place), \(version.knownOn),
                        \(figure.status), \(figure.value), \(figure.numerator),
                        \(figure.denominator), \(figure.marker))
                """)
        }
    }
}
