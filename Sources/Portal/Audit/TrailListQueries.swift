import SQLite
import Scorecard

/// An entry of the trail with what leads on from it.
struct TrailRow: Equatable, Sendable {
    let entry: KeptEntry
    let hash: String
    /// The hash of the entry before; empty for the first.
    let previousHash: String
    /// The measure that it is about, if that is still there.
    let measureSlug: String?
    let measureTitle: String?
    /// Whether it is about a person who is there under that name.
    let isAboutPerson: Bool
}

extension Database {
    /// The entries that a filter leaves, in the order of its page, `count` at most.
    func trail(_ filter: TrailFilter, count: Int) throws(SQLError) -> [TrailRow] {
        try all(filter.statement(count: count), read: TrailRow.init)
    }

    /// One entry.
    func trailEntry(_ number: Int) throws(SQLError) -> TrailRow? {
        try first(
            "\(TrailRow.select) WHERE audit_entry.number = \(number)", read: TrailRow.init)
    }
}

extension TrailFilter {
    /// By which column entries are found; the others are only looked at in what was found.
    private enum Lead {
        case subject
        case person
        case address
        case words
        case days
        case action
        case kind
        case none
    }

    /// What narrows most goes first.
    private var lead: Lead {
        if !subject.isEmpty { return .subject }
        if !person.isEmpty { return .person }
        if !address.isEmpty { return .address }
        if !words.isEmpty { return .words }
        if from.day != nil || to.day != nil { return .days }
        if action != nil { return .action }
        return kind == nil ? .none : .kind
    }

    /// The question for the next `count` entries.
    ///
    /// Every order ends an index or is the table's own, so that a page reads no more than it
    /// shows, whatever the length of the trail. Chosen by days, entries are in the order of their
    /// times, which is that of their numbers unless a clock has jumped.
    func statement(count: Int) -> SQL {
        let isByTime = lead == .days
        var sql: SQL = "\(TrailRow.select) WHERE \(condition)"
        switch cursor {
        case .newest, .oldest: break
        case .before(let number):
            sql += isByTime ? " AND \(Self.place) < \(Self.place(number))" : Self.below(number)
        case .after(let number):
            sql += isByTime ? " AND \(Self.place) > \(Self.place(number))" : Self.above(number)
        }
        switch (isByTime, cursor.isUpwards) {
        case (false, false): sql += " ORDER BY audit_entry.number DESC"
        case (false, true): sql += " ORDER BY audit_entry.number"
        case (true, false): sql += " ORDER BY audit_entry.at DESC, audit_entry.number DESC"
        case (true, true): sql += " ORDER BY audit_entry.at, audit_entry.number"
        }
        return sql + " LIMIT \(count)"
    }

    private static let place: SQL = "(audit_entry.at, audit_entry.number)"

    private static func place(_ number: Int) -> SQL {
        "((SELECT at FROM audit_entry WHERE number = \(number)), \(number))"
    }

    private static func below(_ number: Int) -> SQL { " AND audit_entry.number < \(number)" }

    private static func above(_ number: Int) -> SQL { " AND audit_entry.number > \(number)" }

    /// What entries must be; `+` before a column keeps its index out of the question.
    var condition: SQL {
        let lead = lead
        var sql: SQL = "TRUE"
        if !subject.isEmpty { sql += " AND \(subjectCondition)" }
        if !person.isEmpty {
            sql += lead == .person ? " AND audit_entry.actor" : " AND +audit_entry.actor"
            sql += " = \(person) COLLATE NOCASE"
        }
        if !address.isEmpty {
            sql += lead == .address ? " AND audit_entry.address" : " AND +audit_entry.address"
            sql += " = \(address)"
        }
        if !words.isEmpty { sql += " AND audit_entry.reason IS NOT NULL" }
        for word in words.split(separator: " ").prefix(8) {
            sql += " AND audit_entry.reason LIKE \(Self.pattern(word)) ESCAPE '\\'"
        }
        let time: SQL = lead == .days ? "audit_entry.at" : "+audit_entry.at"
        if let day = from.day { sql += " AND \(time) >= \(day.firstSecond)" }
        if let day = to.day { sql += " AND \(time) < \(day.firstSecond + 86_400)" }
        if let action {
            sql += lead == .action ? " AND audit_entry.action" : " AND +audit_entry.action"
            sql += " = \(action.rawValue)"
        }
        if let kind {
            sql +=
                lead == .kind ? " AND audit_entry.subject_kind" : " AND +audit_entry.subject_kind"
            sql += " = \(kind.rawValue)"
        }
        return sql
    }

    /// The thing itself and, where it is a measure's code, its figures.
    private var subjectCondition: SQL {
        guard !subject.contains("/") else { return "audit_entry.subject = \(subject)" }
        // “0” is the character after “/”.
        return """
            audit_entry.subject >= \(subject) AND audit_entry.subject < \(subject + "0")
                AND (audit_entry.subject = \(subject)
                    OR audit_entry.subject >= \(subject + "/"))
            """
    }

    /// A word anywhere in a text, where `%` and `_` stand for themselves.
    private static func pattern(_ word: Substring) -> String {
        var pattern = "%"
        for character in word {
            if "%_\\".contains(character) { pattern += "\\" }
            pattern.append(character)
        }
        return pattern + "%"
    }
}

extension TrailRow {
    static let select: SQL = """
        SELECT audit_entry.number, audit_entry.at, audit_entry.person_id, audit_entry.actor,
               audit_entry.address, audit_entry.request, audit_entry.action,
               audit_entry.subject_kind, audit_entry.subject, audit_entry.before,
               audit_entry.after, audit_entry.reason, audit_entry.hash,
               coalesce(previous.hash, '') AS previous_hash, measure.slug, measure.title,
               person.id IS NOT NULL AS is_about_person
        FROM audit_entry
        LEFT JOIN audit_entry AS previous ON previous.number = audit_entry.number - 1
        LEFT JOIN measure ON audit_entry.subject_kind IN ('measure', 'figure')
            AND measure.code =
                substr(audit_entry.subject, 1, instr(audit_entry.subject || '/', '/') - 1)
        LEFT JOIN person ON audit_entry.subject_kind = 'person'
            AND person.user_name = audit_entry.subject
        """

    init(row: borrowing Row) throws(SQLError) {
        entry = KeptEntry(
            number: try row("number"), at: try row("at"), person: try row("person_id"),
            actor: try row("actor"), address: try row("address"), request: try row("request"),
            action: try row("action"), subjectKind: try row("subject_kind"),
            subject: try row("subject"), before: try row("before"), after: try row("after"),
            reason: try row("reason"))
        hash = try row("hash")
        previousHash = try row("previous_hash")
        measureSlug = try row("slug")
        measureTitle = try row("title")
        isAboutPerson = try row("is_about_person")
    }
}
