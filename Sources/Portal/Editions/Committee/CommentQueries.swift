import SQLite
import Scorecard

extension CommitteeComment.Kind: SQLConvertible {}

extension Database {
    /// Every comment: those without an answer first, of them those that are due first, and then
    /// the latest answers.
    func comments() throws(SQLError) -> [CommitteeComment] {
        try all(
            """
            \(CommitteeComment.selection)
            ORDER BY comment.answer IS NOT NULL, coalesce(-comment.answered_on, 0),
                     comment.due_on IS NULL, comment.due_on, comment.said_on, comment.id
            """, read: CommitteeComment.init)
    }

    /// What was said of a report, the newest first.
    func comments(ofEdition slug: String) throws(SQLError) -> [CommitteeComment] {
        try all(
            """
            \(CommitteeComment.selection) WHERE edition.slug = \(slug)
            ORDER BY comment.said_on DESC, comment.id DESC
            """, read: CommitteeComment.init)
    }

    /// What was said about a measure, whatever the report, the newest first.
    func comments(ofMeasure code: String) throws(SQLError) -> [CommitteeComment] {
        try all(
            """
            \(CommitteeComment.selection) WHERE comment.measure = \(code)
            ORDER BY comment.said_on DESC, comment.id DESC
            """, read: CommitteeComment.init)
    }

    /// What was said of the reports on a portfolio before one of them, in the order of saying.
    func comments(before edition: Edition) throws(SQLError) -> [CommitteeComment] {
        try all(
            """
            \(CommitteeComment.selection)
            WHERE edition.portfolio = \(edition.portfolio)
                AND (edition.period, edition.id) < (\(edition.quarter.description), \(edition.id))
            ORDER BY comment.said_on, comment.id
            """, read: CommitteeComment.init)
    }

    func comment(_ id: Int64) throws(SQLError) -> CommitteeComment? {
        try first(
            "\(CommitteeComment.selection) WHERE comment.id = \(id)", read: CommitteeComment.init)
    }

    /// The measures that the latest published version of a report shows, in its order, as far as
    /// the catalogue still has them.
    func commentableMeasures(ofEdition slug: String) throws(SQLError) -> [CommentableMeasure] {
        try all(
            """
            SELECT measure.code, measure.title,
                   coalesce((
                       SELECT coalesce(parent.short_title, objective.short_title,
                                       placement.heading, strategy.short_title, strategy.title)
                       FROM placement
                       JOIN strategy ON strategy.id = placement.strategy_id
                       LEFT JOIN objective ON objective.id = placement.objective_id
                       LEFT JOIN objective AS parent ON parent.id = objective.parent_id
                       WHERE placement.measure_id = measure.id
                       ORDER BY strategy.position, placement.position LIMIT 1),
                   'Other measures') AS headline
            FROM edition_fact AS fact
            JOIN measure ON measure.code = fact.subject
            WHERE fact.audience = 'everyone' AND fact.section IN ('measures', 'appendices')
                AND fact.version_id = (
                    SELECT version.id FROM edition_version AS version
                    JOIN edition ON edition.id = version.edition_id
                    WHERE edition.slug = \(slug) AND version.frozen_at IS NOT NULL
                    ORDER BY version.number DESC LIMIT 1)
            GROUP BY measure.id
            ORDER BY min(fact.position)
            """
        ) { row throws(SQLError) in
            CommentableMeasure(
                code: try row("code"), title: try row("title"), headline: try row("headline"))
        }
    }

    /// What has been done to a comment, the newest first.
    func history(ofComment id: Int64) throws(SQLError) -> [CommentEvent] {
        let subject = CommitteeComment.subject(id)
        return try all(
            """
            SELECT at, actor, action, before, after FROM audit_entry
            WHERE subject = \(subject.name) AND subject_kind = \(subject.kind.rawValue)
            ORDER BY number DESC
            """
        ) { row throws(SQLError) in
            CommentEvent(
                at: try row("at"), who: try row("actor"), action: try row("action"),
                before: try row("before", as: String?.self).flatMap { JSONObject($0) },
                after: try row("after", as: String?.self).flatMap { JSONObject($0) })
        }
    }

    /// Keeps what a committee said of a report, and gives its number.
    func keep(
        _ record: CommentRecord, ofEdition edition: Int64, by person: Int64, at moment: Int
    ) throws(SQLError) -> Int64 {
        try run(
            """
            INSERT INTO committee_comment (edition_id, measure, kind, said_on, words, assigned_to,
                                           due_on, answer, answered_on, recorded_by, recorded_at)
            VALUES (\(edition), \(record.measure), \(record.kind), \(record.saidOn),
                    \(record.words), \(record.assignedTo), \(record.due), \(record.answer),
                    \(record.answeredOn), \(person), \(moment))
            """)
        return lastInsertedRow
    }

    /// Puts other words, another answer and the like in the place of what is kept.
    func change(_ id: Int64, to record: CommentRecord) throws(SQLError) {
        try run(
            """
            UPDATE committee_comment SET measure = \(record.measure), kind = \(record.kind),
                   said_on = \(record.saidOn), words = \(record.words),
                   assigned_to = \(record.assignedTo), due_on = \(record.due),
                   answer = \(record.answer), answered_on = \(record.answeredOn),
                   revision = revision + 1
            WHERE id = \(id)
            """)
    }
}

extension CommitteeComment {
    /// Comments with their reports, as these are called in their latest published version, and
    /// the measures that they are about.
    fileprivate static let selection: SQL = """
        SELECT comment.id, comment.kind, comment.said_on, comment.words, comment.measure,
               comment.assigned_to, comment.due_on, comment.answer, comment.answered_on,
               comment.revision, edition.slug, edition.portfolio, edition.period,
               edition.id AS edition_id,
               coalesce(version.title, edition.portfolio) AS report_title,
               board.title AS board_title, measure.title AS measure_title,
               measure.slug AS measure_slug
        FROM committee_comment AS comment
        JOIN edition ON edition.id = comment.edition_id
        LEFT JOIN edition_version AS version ON version.edition_id = edition.id
            AND version.number = (SELECT max(number) FROM edition_version
                                  WHERE edition_id = edition.id AND frozen_at IS NOT NULL)
        LEFT JOIN board ON board.slug = version.board
        LEFT JOIN measure ON measure.code = comment.measure
        """

    fileprivate init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        report = Report(
            slug: try row("slug"), title: try row("report_title"),
            portfolio: try row("portfolio"), board: try row("board_title"),
            order: EditionOrder(quarter: try row("period"), id: try row("edition_id")))
        let code: String? = try row("measure")
        about = try code.map { code throws(SQLError) in
            About(code: code, title: try row("measure_title"), slug: try row("measure_slug"))
        }
        record = CommentRecord(
            kind: try row("kind"), saidOn: try row("said_on"), words: try row("words"),
            measure: code, assignedTo: try row("assigned_to"), due: try row("due_on"),
            answer: try row("answer"), answeredOn: try row("answered_on"))
        revision = try row("revision")
    }
}
