import SQLite
import Scorecard

/// A meeting of a board, and one report that it had, if it had any: a meeting comes once for each.
struct MeetingEntry: Equatable {
    let day: Day
    let title: String?
    let place: String?
    let papers: String?
    let note: String?
    let reportSlug: String?
    let reportTitle: String?
}

extension Database {
    /// The meetings of a board, the latest first, with the reports published by the end of `day`.
    func meetings(ofBoard board: Int64, on day: Day) throws(SQLError) -> [MeetingEntry] {
        try all(
            """
            SELECT meeting.day, meeting.title, meeting.place, meeting.papers, meeting.note,
                   report.slug AS report_slug, report.title AS report_title
            FROM meeting
            LEFT JOIN report ON report.meeting_id = meeting.id
                AND EXISTS (SELECT 1 FROM report_version
                            WHERE report_id = report.id AND published_on <= \(day))
            WHERE meeting.board_id = \(board)
            ORDER BY meeting.day DESC, report.position
            """, read: MeetingEntry.init)
    }
}

extension MeetingEntry {
    init(row: borrowing Row) throws(SQLError) {
        day = try row("day")
        title = try row("title")
        place = try row("place")
        papers = try row("papers")
        note = try row("note")
        reportSlug = try row("report_slug")
        reportTitle = try row("report_title")
    }
}
