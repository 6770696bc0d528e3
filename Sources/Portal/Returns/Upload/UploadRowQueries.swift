import SQLite
import Scorecard

/// A row of a file as its page shows it.
struct UploadRow {
    let number: Int
    let outcome: UploadOutcome
    /// As the file has them.
    let measure: String
    let period: String
    let breakdown: String
    /// The measure's title and the group's, where they are known.
    let title: String?
    let groupLabel: String?
    let fields: EntryContent
    let before: EntryContent
    /// All fields that it changes: one that is taken away is not in `fields`.
    let names: [String]
    /// What is wrong, by column.
    let refusals: [(column: UploadColumn, words: String)]
}

/// What an upload brings to one entry.
struct UploadedChange {
    /// The fields as they should be, and those that were something else than now when it was
    /// looked through.
    var fields: [String: String] = [:]
    var before: [String: String] = [:]
}

/// What an upload changed of one entry.
struct AppliedChange {
    let entry: Int64
    let before: EntryContent
    let after: EntryContent
}

extension Database {
    /// Begins to look through a file: nothing is known of its rows.
    func clearRows(ofUpload id: Int64, total: Int?) throws(SQLError) {
        try run("DELETE FROM upload_row WHERE upload_id = \(id)")
        try run(
            """
            UPDATE upload SET
                done = 0, total = \(total), new_count = 0, changed_count = 0,
                unchanged_count = 0, refused_count = 0, leaves_out = 0
            WHERE id = \(id)
            """)
    }

    func add(_ verdicts: [UploadVerdict], toUpload id: Int64) throws(SQLError) {
        for verdict in verdicts {
            try run(
                """
                INSERT INTO upload_row
                    (upload_id, row, outcome, entry_id, measure, period, breakdown, fields,
                     before, refusals)
                VALUES
                    (\(id), \(verdict.row), \(verdict.outcome), \(verdict.entry),
                     \(verdict.measure), \(verdict.period), \(verdict.breakdown),
                     \(Self.object(verdict.fields)), \(Self.object(verdict.before)),
                     \(Self.object(verdict.refusals)))
                """)
        }
    }

    private static func object(_ fields: [String: String]) -> String {
        if fields.isEmpty { return "{}" }
        return JSONObject(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).description
    }

    private static func object(_ refusals: [UploadRefusal]) -> String {
        if refusals.isEmpty { return "{}" }
        return JSONObject(refusals.map { ("\($0.column.rawValue)", $0.words) }).description
    }

    /// Refuses a row that was taken at first; what it was is the answer.
    func refuse(
        _ row: Int, ofUpload id: Int64, _ refusal: UploadRefusal
    ) throws(SQLError) -> UploadOutcome? {
        let found = try first(
            "SELECT outcome, refusals FROM upload_row WHERE upload_id = \(id) AND row = \(row)"
        ) { row throws(SQLError) in
            (try row("outcome", as: UploadOutcome.self), try row("refusals", as: String.self))
        }
        guard let (outcome, column) = found else { return nil }
        let earlier = JSONObject(column)?.members.map { ($0.name, $0.text) } ?? []
        let all = JSONObject(earlier + [("\(refusal.column.rawValue)", refusal.words)])
        try run(
            """
            UPDATE upload_row
            SET outcome = 'refused', fields = '{}', before = '{}', refusals = \(all.description)
            WHERE upload_id = \(id) AND row = \(row)
            """)
        return outcome
    }

    /// Says that an upload has been looked through.
    func finishPreview(
        ofUpload id: Int64, _ counts: UploadCounts, notes: [String], measures: [String]
    ) throws(SQLError) {
        try run(
            """
            UPDATE upload SET
                state = 'previewed', new_count = \(counts.new),
                changed_count = \(counts.changed), unchanged_count = \(counts.unchanged),
                refused_count = \(counts.refused), done = \(counts.all), total = \(counts.all),
                reading = \(notes.joined(separator: "\n")),
                measures = \(measures.joined(separator: "\n")), previews = previews + 1
            WHERE id = \(id) AND state = 'reading'
            """)
    }

    /// Some of the rows of an upload, in their order.
    func rows(
        ofUpload id: Int64, _ outcome: UploadOutcome?, from: Int, count: Int
    ) throws(SQLError) -> [UploadRow] {
        let condition: SQL = outcome.map { "AND upload_row.outcome = \($0)" } ?? ""
        return try all(
            """
            SELECT page.row, page.outcome, page.measure, page.period, page.breakdown,
                   page.fields, page.before, page.refusals, measure.title,
                   breakdown.label AS group_label
            FROM (
                SELECT * FROM upload_row
                WHERE upload_id = \(id) \(condition) ORDER BY row LIMIT \(count) OFFSET \(from)
            ) AS page
            LEFT JOIN return_entry ON return_entry.id = page.entry_id
            LEFT JOIN measure ON measure.code = return_entry.measure
            LEFT JOIN breakdown ON breakdown.code = page.breakdown
            ORDER BY page.row
            """, read: UploadRow.init)
    }

    /// What an upload brings, entry by entry, beside what these hold `now`.
    func changes(
        ofUpload id: Int64, now contents: [Int64: EntryContent]
    ) throws(SQLError) -> [Int64: UploadedChange] {
        var changes: [Int64: UploadedChange] = [:]
        try forEach(
            """
            SELECT entry_id, fields, before FROM upload_row
            WHERE upload_id = \(id) AND outcome IN ('new', 'changed')
            """
        ) { row throws(SQLError) in
            guard let entry: Int64 = try row("entry_id") else { return }
            let (fields, before) = (
                try row("fields", as: String.self), try row("before", as: String.self)
            )
            for member in JSONObject(fields)?.members ?? [] {
                changes[entry, default: UploadedChange()].fields[member.name] = member.text ?? ""
            }
            let now = contents[entry]?.fields ?? [:]
            for member in JSONObject(before)?.members ?? []
            where member.text ?? "" != now[member.name] ?? "" {
                changes[entry, default: UploadedChange()].before[member.name] = member.text ?? ""
            }
        }
        return changes
    }

    /// What an upload changed, entry by entry; `onlySince` leaves out those that nobody has
    /// touched since.
    func applied(ofUpload id: Int64) throws(SQLError) -> [AppliedChange] {
        try all(
            """
            SELECT entry_id, before, after FROM upload_entry WHERE upload_id = \(id)
            ORDER BY entry_id
            """, read: AppliedChange.init)
    }

    /// Keeps what an upload has changed.
    func keep(_ rewrites: [EntryRewrite], ofUpload id: Int64) throws(SQLError) {
        for rewrite in rewrites {
            try run(
                """
                INSERT INTO upload_entry (upload_id, entry_id, before, after, revision)
                VALUES (\(id), \(rewrite.entry.id), \(rewrite.before.content.column),
                        \(rewrite.entry.content.column), \(rewrite.before.revision + 1))
                """)
        }
    }

    /// How many of the entries that an upload changed have been approved or published since.
    func builtOn(upload id: Int64) throws(SQLError) -> Int {
        try first(
            """
            SELECT count(DISTINCT upload_entry.entry_id) FROM upload_entry
            JOIN return_entry_event AS event ON event.entry_id = upload_entry.entry_id
                AND event.event IN ('approved', 'published')
                AND event.revision >= upload_entry.revision
            WHERE upload_entry.upload_id = \(id)
            """) ?? 0
    }

    /// The entries that an upload changed and that are not any more as it left them.
    func touchedSince(upload id: Int64, most: Int) throws(SQLError) -> [TouchedEntry] {
        try all(
            """
            SELECT measure.title, return_entry.period, upload_entry.before, upload_entry.after,
                   return_entry.content, person.name, return_entry.changed_at,
                   return_entry.state = 'submitted' AS is_submitted
            FROM upload_entry
            JOIN return_entry ON return_entry.id = upload_entry.entry_id
            JOIN measure ON measure.code = return_entry.measure
            LEFT JOIN person ON person.id = return_entry.changed_by
            WHERE upload_entry.upload_id = \(id)
                AND (return_entry.revision <> upload_entry.revision
                     OR return_entry.state = 'submitted')
            ORDER BY upload_entry.entry_id LIMIT \(most)
            """, read: TouchedEntry.init)
    }
}

/// An entry that somebody has changed or submitted since an upload changed it.
struct TouchedEntry {
    let title: String
    let period: String
    /// The fields that stay as they have been made since.
    let kept: [EntryField]
    let by: String
    let at: Int?
    let isSubmitted: Bool

    init(row: borrowing Row) throws(SQLError) {
        title = try row("title")
        period = try row("period")
        let change = try AppliedChange(row: row, entry: 0)
        let now = EntryContent(column: try row("content")) ?? EntryContent()
        kept = change.undone(now).clashes.map(\.field)
        by = try row("name", as: String?.self) ?? ""
        at = try row("changed_at")
        isSubmitted = try row("is_submitted")
    }
}

extension AppliedChange {
    init(row: borrowing Row) throws(SQLError) {
        try self.init(row: row, entry: try row("entry_id"))
    }

    fileprivate init(row: borrowing Row, entry: Int64) throws(SQLError) {
        guard let before = EntryContent(column: try row("before")),
            let after = EntryContent(column: try row("after"))
        else { throw row.refused("what an upload changed was not written by the portal") }
        self.init(entry: entry, before: before, after: after)
    }

    /// What an entry holds when this is taken back from what it holds now: what was changed since
    /// stays, and is told as a clash.
    func undone(_ now: EntryContent) -> EntryMerge {
        let back = Dictionary(
            after.differences(from: before).map { ($0.field.name, $0.old) },
            uniquingKeysWith: { $1 })
        return EntryMerge(base: after, theirs: now, yours: back)
    }
}

extension UploadRow {
    init(row: borrowing Row) throws(SQLError) {
        let before = try row("before", as: String.self)
        let members = JSONObject(before)?.members ?? []
        let refusals = JSONObject(try row("refusals", as: String.self))?.members ?? []
        self.init(
            number: try row("row"), outcome: try row("outcome"), measure: try row("measure"),
            period: try row("period"), breakdown: try row("breakdown"), title: try row("title"),
            groupLabel: try row("group_label"),
            fields: EntryContent(column: try row("fields")) ?? EntryContent(),
            before: EntryContent(column: before) ?? EntryContent(), names: members.map(\.name),
            refusals: refusals.compactMap { member in
                guard let column = Int(member.name).flatMap(UploadColumn.init) else { return nil }
                return (column, member.text ?? "")
            })
    }
}
