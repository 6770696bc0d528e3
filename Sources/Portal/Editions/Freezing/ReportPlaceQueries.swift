import SQLite
import Scorecard

extension Database {
    /// Whether a report with this address came from the catalogue's files.
    func isReportOfFiles(_ slug: String) throws(SQLError) -> Bool {
        try first(
            "SELECT 1 AS is_there FROM report WHERE slug = \(slug) AND edition_id IS NULL"
        ) { row throws(SQLError) in try row("is_there", as: Bool.self) } ?? false
    }

    /// The addresses of the portal's own reports, also of those that are not published yet.
    func slugsOfEditions() throws(SQLError) -> Set<String> {
        Set(try all("SELECT slug FROM edition") { row throws(SQLError) in try row("slug") })
    }

    /// Places the portal's own reports anew among the published ones, by their latest version;
    /// those of boards that the catalogue has no more are in the list of reports alone.
    func placeEditions() throws(SQLError) {
        try run("DELETE FROM report WHERE edition_id IS NOT NULL")
        try run(
            """
            INSERT INTO report (slug, title, board_id, meeting_id, kind, period, withdrawn_on,
                                withdrawn_because, position, edition_id)
            SELECT edition.slug, version.title, board.id, meeting.id, edition.kind,
                   edition.period, version.withdrawn_at / 86400, version.withdrawn_because,
                   (SELECT count(*) FROM report) + row_number() OVER (ORDER BY edition.id),
                   edition.id
            FROM edition
            JOIN edition_version AS version ON version.id = \(Self.latestFrozen)
            JOIN board ON board.slug = version.board AND board.position >= 0
            LEFT JOIN meeting ON meeting.board_id = board.id AND meeting.position >= 0
                AND meeting.day = version.meeting_on
            """)
        try run(
            """
            INSERT INTO report_version (report_id, position, version, published_on, document,
                                        changes)
            SELECT report.id, version.number, '1.' || (version.number - 1),
                   version.figures_as_at,
                   '/reports/' || report.slug || '/1.' || (version.number - 1), version.reason
            FROM report
            JOIN edition_version AS version ON version.edition_id = report.edition_id
                AND version.state IN ('frozen', 'withdrawn')
            """)
    }

    /// The portal's own reports of boards that the catalogue has no more, published by the end of
    /// a day.
    func unplacedReports(publishedBy day: Day) throws(SQLError) -> [ReportEntry] {
        try all(
            """
            SELECT edition.slug, version.title, edition.kind, edition.kind_title, edition.period,
                   version.board AS board_slug,
                   coalesce(version.board_title, version.board) AS board_title,
                   0 AS has_board, version.meeting_on AS meeting,
                   version.withdrawn_at / 86400 AS withdrawn_on,
                   '1.' || (version.number - 1) AS version,
                   version.figures_as_at AS published_on
            FROM edition
            JOIN edition_version AS version ON version.id = \(Self.latestFrozen)
            WHERE version.figures_as_at <= \(day)
                AND NOT EXISTS (SELECT 1 FROM report WHERE report.edition_id = edition.id)
            ORDER BY board_title, version.figures_as_at DESC
            """, read: ReportEntry.init)
    }

    /// The number of an edition's latest version that was frozen.
    private static var latestFrozen: SQL {
        """
        (SELECT id FROM edition_version
         WHERE edition_id = edition.id AND state IN ('frozen', 'withdrawn')
         ORDER BY number DESC LIMIT 1)
        """
    }
}
