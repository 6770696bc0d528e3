import SQLite
import Scorecard

extension Database {
    /// A digest of all that decides which figures are withheld.
    func rulesDigest() throws(SQLError) -> String {
        var lines = [DisclosureLoad.version]
        try forEach(
            """
            SELECT measure.code AS measure, series.code AS series, breakdown.code AS breakdown,
                   measure_series.role || ' ' || measure_series.transform || ' '
                       || series.value_kind || ' ' || coalesce(measure.multiplier, '') || ' '
                       || measure.value_kind || ' ' || measure.time_basis || ' '
                       || measure.small_number_threshold || ' '
                       || measure.small_number_rounding AS terms
            FROM measure_series
            JOIN measure ON measure.id = measure_series.measure_id
            JOIN series ON series.id = measure_series.series_id
            JOIN breakdown ON breakdown.id = measure_series.breakdown_id
            ORDER BY measure.code, measure_series.position
            """
        ) { row throws(SQLError) in
            let (measure, series): (String, String) = (try row("measure"), try row("series"))
            let (breakdown, terms): (String, String) = (try row("breakdown"), try row("terms"))
            lines.append([measure, series, breakdown, terms].joined(separator: "\t"))
        }
        try forEach(
            """
            SELECT whole.code AS whole, partition.division, part.code AS part
            FROM partition
            JOIN breakdown AS part ON part.id = partition.part_id
            LEFT JOIN breakdown AS whole ON whole.id = partition.whole_id
            ORDER BY partition.id
            """
        ) { row throws(SQLError) in
            let whole: String? = try row("whole")
            let (division, part): (String, String) = (try row("division"), try row("part"))
            lines.append([whole ?? "", division, part].joined(separator: "\t"))
        }
        return sha256(Array(lines.joined(separator: "\n").utf8))
    }

    /// Takes away the figures that the last file of many areas brought.
    func removeWideFigures() throws(SQLError) {
        for table in ["true_figure", "superseded_figure", "figure"] as [SQL] {
            try run("DELETE FROM \(table) WHERE line_id >= \(WideLine.first)")
        }
        try run("DELETE FROM line WHERE id >= \(WideLine.first)")
    }

    /// Places what a file names, and takes away what only the last file named.
    func placeWide(_ catalogue: WideCatalogue) throws(SQLError) {
        for table in Self.wideTables { try run("UPDATE \(table) SET is_wide = 0 WHERE is_wide") }
        for area in catalogue.areas {
            try run(
                """
                INSERT INTO area (id, code, name, kind, position, is_listed, is_wide)
                VALUES (\(area.id), \(area.code), \(area.name), \(area.kind),
                        \(Self.widePosition), 0, 1)
                ON CONFLICT DO UPDATE SET
                    name = iif(is_listed, name, excluded.name), is_wide = 1
                """)
        }
        for breakdown in catalogue.breakdowns {
            try run(
                """
                INSERT INTO breakdown (id, code, label, position, is_listed, is_wide)
                VALUES (\(breakdown.id), \(breakdown.code), \(breakdown.code),
                        \(Self.widePosition), 0, 1)
                ON CONFLICT DO UPDATE SET is_wide = 1
                """)
        }
        for series in catalogue.series {
            try run(
                """
                INSERT INTO series (id, code, title, unit, value_kind, period_kind, position,
                                    is_listed, is_wide)
                VALUES (\(series.id), \(series.code), \(series.title), \(series.unit),
                        \(series.valueKind), \(series.periodKind?.rawValue ?? "UNKNOWN"),
                        \(Self.widePosition), 0, 1)
                ON CONFLICT DO UPDATE SET
                    title = iif(is_listed, title, excluded.title),
                    unit = iif(is_listed, unit, excluded.unit),
                    value_kind = iif(is_listed, value_kind, excluded.value_kind),
                    period_kind = iif(is_listed, period_kind, excluded.period_kind), is_wide = 1
                """)
        }
        for source in catalogue.sources {
            let key = source.key
            try run(
                """
                INSERT INTO source (id, code, publisher, publication, read_from, position,
                                    is_listed, is_wide)
                VALUES (\(source.id), 'file/' || \(source.id), \(key.publisher),
                        \(key.publication), \(key.readFrom.isEmpty ? nil : key.readFrom),
                        \(Self.widePosition), 0, 1)
                ON CONFLICT DO UPDATE SET is_wide = 1
                """)
        }
        for table in Self.wideTables {
            try run("DELETE FROM \(table) WHERE NOT is_listed AND NOT is_wide")
        }
    }

    /// Copies the figures that were put in order, in their order.
    func placeWideFigures() throws(SQLError) {
        try run(
            """
            INSERT INTO line (id, series_id, breakdown_id, area_id)
            SELECT id, series_id, breakdown_id, area_id FROM temp.wide_line ORDER BY id
            """)
        for (table, staged) in [
            ("figure", "temp.wide_figure"),
            ("superseded_figure", "temp.wide_superseded_figure"),
        ] as [(SQL, SQL)] {
            try run(
                """
                INSERT INTO \(table) (line_id, ends_on, period, status, value, numerator,
                                      denominator, marker, source_id)
                SELECT line_id, ends_on, period, status, value, numerator, denominator, marker,
                       source_id
                FROM \(staged)
                """)
        }
        try run(
            """
            INSERT INTO true_figure (line_id, ends_on, period, status, value, numerator,
                                     denominator, marker)
            SELECT line_id, ends_on, period, status, value, numerator, denominator, marker
            FROM temp.wide_true_figure
            """)
    }
}
