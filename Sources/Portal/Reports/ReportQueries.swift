import SQLite
import Scorecard

/// Which of the year's reports one is.
enum ReportKind: String, CaseIterable, SQLConvertible {
    /// What the year is to bring.
    case agreement
    case midYear = "mid-year"
    case thirdQuarter = "third-quarter"
    case yearEnd = "year-end"
    case other
}

/// A published report in a list.
struct ReportEntry: Equatable {
    let slug: String
    let title: String
    let kind: ReportKind
    /// What the partnership calls a kind of its own.
    let kindTitle: String?
    /// What it reports on; `nil` for a period that this program does not know.
    let period: Period?
    let boardSlug: String
    let boardTitle: String
    /// Whether the catalogue has the board still.
    let hasBoard: Bool
    /// The day of the meeting that had it, if one is known.
    let meeting: Day?
    let isWithdrawn: Bool
    /// The latest edition and its day.
    let version: String
    let publishedOn: Day
}

/// What a report's own page tells besides.
struct ReportDetail: Equatable {
    let id: Int64
    let entry: ReportEntry
    let summary: String?
    let withdrawnOn: Day?
    let withdrawnBecause: String?
}

/// One edition of a report.
struct ReportVersion: Equatable {
    let version: String
    let publishedOn: Day
    let document: String?
    let changes: String?
}

/// A board and what it is for.
struct BoardRole: Equatable {
    let slug: String
    let title: String
    let role: String
}

extension Database {
    /// Every report published by the end of a day, by committee, the newest first.
    func reports(publishedBy day: Day) throws(SQLError) -> [ReportEntry] {
        try all(
            """
            \(ReportEntry.selection(publishedBy: day))
            ORDER BY board.position, version.published_on DESC, report.position
            """, read: ReportEntry.init)
    }

    /// A report of which an edition was published by the end of a day.
    func report(_ slug: String, publishedBy day: Day) throws(SQLError) -> ReportDetail? {
        try first(
            "\(ReportEntry.selection(publishedBy: day)) WHERE report.slug = \(slug)",
            read: ReportDetail.init)
    }

    /// The editions of a report that were published by the end of a day, the latest first.
    func versions(
        ofReport report: Int64, publishedBy day: Day
    ) throws(SQLError) -> [ReportVersion] {
        try all(
            """
            SELECT version, published_on, document, changes
            FROM report_version
            WHERE report_id = \(report) AND published_on <= \(day)
            ORDER BY position DESC
            """, read: ReportVersion.init)
    }

    /// The boards whose role is to receive the portfolio reports.
    func boardsThatReceiveReports() throws(SQLError) -> [BoardRole] {
        try all(
            """
            SELECT slug, title, role FROM board WHERE role LIKE '%(PPRR)%' ORDER BY position
            """, read: BoardRole.init)
    }
}

extension ReportEntry {
    /// The reports with the latest of their editions that were published by the end of a day.
    fileprivate static func selection(publishedBy day: Day) -> SQL {
        """
        SELECT report.id, report.slug, report.title, report.kind, report.period, report.summary,
               report.withdrawn_on, report.withdrawn_because,
               (SELECT kind_title FROM edition WHERE edition.id = report.edition_id)
                   AS kind_title,
               board.slug AS board_slug, board.title AS board_title, 1 AS has_board,
               meeting.day AS meeting, version.version, version.published_on
        FROM report
        JOIN board ON board.id = report.board_id
        JOIN report_version AS version ON version.report_id = report.id
            AND version.position =
                (SELECT max(position) FROM report_version
                 WHERE report_id = report.id AND published_on <= \(day))
        LEFT JOIN meeting ON meeting.id = report.meeting_id
        """
    }

    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
        kind = try row("kind")
        kindTitle = try row("kind_title")
        period = Period(try row("period", as: String.self))
        boardSlug = try row("board_slug")
        boardTitle = try row("board_title")
        hasBoard = try row("has_board")
        meeting = try row("meeting")
        isWithdrawn = try row("withdrawn_on", as: Day?.self) != nil
        version = try row("version")
        publishedOn = try row("published_on")
    }
}

extension ReportDetail {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        entry = try ReportEntry(row: row)
        summary = try row("summary")
        withdrawnOn = try row("withdrawn_on")
        withdrawnBecause = try row("withdrawn_because")
    }
}

extension ReportVersion {
    init(row: borrowing Row) throws(SQLError) {
        version = try row("version")
        publishedOn = try row("published_on")
        document = try row("document")
        changes = try row("changes")
    }
}

extension BoardRole {
    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
        role = try row("role")
    }
}
