import SQLite
import Scorecard

/// Loads the reports that were published, and their editions, and places the portal's own among
/// them.
struct ReportLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let file = try folder.file(
            "reports",
            columns: [
                "slug", "title", "board", "meeting", "kind", "period", "summary", "withdrawn_on",
                "withdrawn_because",
            ], keys: [["slug"]])
        try reports(file)
        try versions(of: file)
        try database.placeEditions()
    }

    private func reports(_ file: LoadFile) throws {
        let boards = try database.ids(of: "board", by: "slug")
        let meetings = try database.meetings()
        let taken = try database.slugsOfEditions()
        for (position, row) in file.rows.enumerated() {
            let slug = try row.text("slug")
            guard !taken.contains(slug) else {
                throw row.error("slug", "«\(slug)» is a report that was written in the portal")
            }
            try database.load(
                row,
                """
                INSERT INTO report (slug, title, board_id, meeting_id, kind, period, summary,
                                    withdrawn_on, withdrawn_because, position)
                VALUES (\(row.slug("slug")), \(row.text("title")),
                        \(row.reference("board", in: boards, of: "boards.csv")),
                        \(row.meeting(in: meetings)), \(row.choice("kind", as: ReportKind.self)),
                        \(row.reportedPeriod()), \(row.optional("summary")),
                        \(row.withdrawal()), \(row.optional("withdrawn_because")), \(position))
                ON CONFLICT (slug) DO UPDATE SET
                    title = excluded.title, board_id = excluded.board_id,
                    meeting_id = excluded.meeting_id, kind = excluded.kind,
                    period = excluded.period, summary = excluded.summary,
                    withdrawn_on = excluded.withdrawn_on,
                    withdrawn_because = excluded.withdrawn_because,
                    position = excluded.position
                """)
        }
    }

    /// The editions, of which each report has at least one.
    private func versions(of reports: LoadFile) throws {
        let file = try folder.file(
            "report_versions",
            columns: ["report", "version", "published_on", "document", "changes"],
            keys: [["report", "version"]])
        let ids = try database.ids(of: "report", by: "slug")
        var published: Set<String> = []
        try database.run("DELETE FROM report_version")
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO report_version (report_id, position, version, published_on,
                                            document, changes)
                VALUES (\(row.reference("report", in: ids, of: "reports.csv")), \(position),
                        \(row.text("version")), \(row.day("published_on")),
                        \(row.address(ifAny: "document")), \(row.optional("changes")))
                """)
            published.insert(try row.text("report"))
        }
        for row in reports.rows {
            let slug = try row.text("slug")
            guard !published.contains(slug) else { continue }
            throw row.error("slug", "«\(slug)» has no edition in report_versions.csv")
        }
    }
}

extension LoadRow {
    /// The meeting of the row's own board on the day that is named, if one is.
    fileprivate func meeting(in meetings: [String: Int64]) throws(LoadError) -> Int64? {
        guard let day = try day(ifAny: "meeting") else { return nil }
        let board = try text("board")
        guard let id = meetings["\(board) \(day)"] else {
            throw error("meeting", "«\(day)» is no day of «\(board)» in meetings.csv")
        }
        return id
    }

    /// The code of the period that is reported on.
    fileprivate func reportedPeriod() throws(LoadError) -> String {
        let code = try text("period")
        guard let period = Period(code) else {
            throw error("period", "«\(code)» is not a period like 2025-26-FY or 2026-27-Q2")
        }
        return period.description
    }

    /// The day on which the report was withdrawn, if it was; then it is said why.
    fileprivate func withdrawal() throws(LoadError) -> Day? {
        let day = try day(ifAny: "withdrawn_on")
        let reason = optional("withdrawn_because")
        if day != nil, reason == nil { throw error("withdrawn_because", "is empty") }
        if day == nil, reason != nil { throw error("withdrawn_on", "is empty") }
        return day
    }
}
