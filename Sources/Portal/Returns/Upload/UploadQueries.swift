import SQLite
import Scorecard

extension UploadState: SQLConvertible {}
extension UploadFormat: SQLConvertible {}
extension UploadOutcome: SQLConvertible {}

extension Database {
    /// Keeps a file that was sent, to be read; its number is the answer.
    func add(_ upload: NewUpload, by person: Int64, at moment: Int) throws(SQLError) -> Int64 {
        try run(
            """
            INSERT INTO upload (person_id, file_name, format, size, digest, file, sent_at, state)
            VALUES (\(person), \(upload.fileName), \(upload.format), \(upload.bytes.count),
                    \(upload.digest), \(upload.bytes), \(moment), 'reading')
            """)
        return lastInsertedRow
    }

    func upload(_ id: Int64) throws(SQLError) -> Upload? {
        try uploads(where: "upload.id = \(id)", from: 0, count: 1).first
    }

    /// The files that somebody sent, and where `withOthers` those of others that were imported,
    /// the latest first.
    func uploads(
        of person: Int64, withOthers: Bool, from: Int, count: Int
    ) throws(SQLError) -> [Upload] {
        try uploads(where: Self.condition(person, withOthers), from: from, count: count)
    }

    /// How many there are of them.
    func uploadCount(of person: Int64, withOthers: Bool) throws(SQLError) -> Int {
        try first("SELECT count(*) FROM upload WHERE \(Self.condition(person, withOthers))") ?? 0
    }

    private static func condition(_ person: Int64, _ withOthers: Bool) -> SQL {
        withOthers
            ? "(upload.person_id = \(person) OR upload.applied_at IS NOT NULL)"
            : "upload.person_id = \(person)"
    }

    private func uploads(
        where condition: SQL, from: Int, count: Int
    ) throws(SQLError) -> [Upload] {
        try all(
            """
            SELECT upload.id, upload.person_id, sender.name AS person_name, upload.file_name,
                   upload.format, upload.size, upload.digest, upload.sent_at, upload.state,
                   upload.done, upload.total, upload.problem, upload.reading, upload.new_count,
                   upload.changed_count, upload.unchanged_count, upload.refused_count,
                   upload.leaves_out, upload.applied_at, upload.undone_at,
                   undoer.name AS undoer_name, upload.previews, upload.measures
            FROM upload
            JOIN person AS sender ON sender.id = upload.person_id
            LEFT JOIN person AS undoer ON undoer.id = upload.undone_by
            WHERE \(condition)
            ORDER BY upload.id DESC LIMIT \(count) OFFSET \(from)
            """, read: Upload.init)
    }

    /// The file itself; `nil` once it is let go of.
    func file(ofUpload id: Int64) throws(SQLError) -> [UInt8]? {
        try first("SELECT file FROM upload WHERE id = \(id) AND file IS NOT NULL") {
            row throws(SQLError) in try row("file", as: [UInt8].self)
        }
    }

    /// When the same file was imported before by the same person, and not undone.
    func earlierImport(of upload: Upload) throws(SQLError) -> Int? {
        try first(
            """
            SELECT applied_at FROM upload
            WHERE person_id = \(upload.person) AND id < \(upload.id)
                AND digest = \(upload.digest) AND state = 'applied'
            ORDER BY id DESC LIMIT 1
            """)
    }

    /// What is to be done next.
    func uploadAtWork(after id: Int64) throws(SQLError) -> Int64? {
        try first(
            """
            SELECT id FROM upload
            WHERE state IN ('reading', 'applying', 'undoing') AND id > \(id) ORDER BY id LIMIT 1
            """)
    }

    /// Says how far an upload has come.
    ///
    /// - Returns: Whether it is still in that state.
    func note(
        _ done: Int, of total: Int? = nil, ofUpload id: Int64, in state: UploadState
    ) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE upload SET done = \(done), total = coalesce(\(total), total)
            WHERE id = \(id) AND state = \(state)
            """) > 0
    }

    /// Brings an upload from one state into another; `false` if it was in another one.
    ///
    /// A file that cannot be read is let go of.
    @discardableResult
    func moveUpload(
        _ id: Int64, from old: UploadState, to new: UploadState, problem: String? = nil
    ) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE upload SET
                state = \(new), problem = \(problem), done = 0, total = NULL,
                file = iif(\(new == .unreadable), NULL, file)
            WHERE id = \(id) AND state = \(old)
            """) > 0
    }

    /// Has an upload that was looked at imported.
    func beginToApply(_ upload: Upload, leavesOut: Bool) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE upload SET
                state = 'applying', leaves_out = \(leavesOut), problem = NULL, done = 0,
                total = NULL
            WHERE id = \(upload.id) AND state = 'previewed' AND previews = \(upload.previews)
            """) > 0
    }

    /// Lets go of what an upload would have done.
    func discard(_ upload: Int64) throws(SQLError) {
        try run("UPDATE upload SET state = 'discarded', file = NULL WHERE id = \(upload)")
        try run("DELETE FROM upload_row WHERE upload_id = \(upload)")
    }

    /// What returns are called, by their numbers.
    func returnTitles(_ rounds: [Int64]) throws(SQLError) -> [Int64: String] {
        var titles: [Int64: String] = [:]
        try forEach("SELECT id, title FROM figure_return WHERE round_id IN \(list: rounds)") {
            row throws(SQLError) in titles[try row("id")] = try row("title")
        }
        return titles
    }

    /// By what roles' scopes are held against measures, by their codes.
    func measureOwnerships() throws(SQLError) -> [String: MeasureOwnership] {
        var all: [String: MeasureOwnership] = [:]
        try forEach(
            """
            SELECT measure.code, measure.service, group_concat(DISTINCT strategy.slug) AS slugs
            FROM measure
            LEFT JOIN placement ON placement.measure_id = measure.id
            LEFT JOIN strategy ON strategy.id = placement.strategy_id
            GROUP BY measure.id
            """
        ) { row throws(SQLError) in
            let code: String = try row("code")
            let slugs: String? = try row("slugs")
            all[code] = MeasureOwnership(
                measure: code, service: try row("service"),
                strategies: Set((slugs ?? "").split(separator: ",").map(String.init)))
        }
        return all
    }
}

extension Upload {
    init(row: borrowing Row) throws(SQLError) {
        let notes: String? = try row("reading")
        let measures: String = try row("measures")
        self.init(
            id: try row("id"), person: try row("person_id"), personName: try row("person_name"),
            fileName: try row("file_name"), format: try row("format"), size: try row("size"),
            digest: try row("digest"), sentAt: try row("sent_at"), state: try row("state"),
            done: try row("done"), total: try row("total"), problem: try row("problem"),
            notes: (notes ?? "").items,
            counts: UploadCounts(
                new: try row("new_count"), changed: try row("changed_count"),
                unchanged: try row("unchanged_count"), refused: try row("refused_count")),
            leavesOut: try row("leaves_out"), appliedAt: try row("applied_at"),
            undoneAt: try row("undone_at"), undoneBy: try row("undoer_name"),
            previews: try row("previews"), measures: measures.items)
    }
}
