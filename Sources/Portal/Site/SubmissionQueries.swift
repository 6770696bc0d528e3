import SQLite

/// A form that was sent and answered.
struct AnsweredForm: Equatable {
    /// The digest of all it held.
    let content: String
    /// Where its sender was led.
    let location: String

    init(row: borrowing Row) throws(SQLError) {
        content = try row("content_hash")
        location = try row("location")
    }
}

/// One form, as drawn once.
struct FormKey: Equatable {
    /// The digest of the token of the browser it was drawn for.
    let session: String
    let path: String
    let key: String
}

extension Database {
    /// What was answered to a form, if it was sent before.
    func answer(to form: FormKey) throws -> AnsweredForm? {
        try first(
            """
            SELECT content_hash, location FROM submission
            WHERE session_hash = \(form.session) AND path = \(form.path) AND key = \(form.key)
            """, read: AnsweredForm.init)
    }

    /// Keeps what was answered to a form.
    func keep(_ form: FormKey, content: String, location: String, at moment: Int) throws {
        try run(
            """
            INSERT INTO submission (session_hash, path, key, content_hash, location, answered_at)
            VALUES (\(form.session), \(form.path), \(form.key), \(content), \(location), \(moment))
            """)
    }
}
