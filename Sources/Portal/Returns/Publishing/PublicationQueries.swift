import SQLite
import Scorecard

extension Database {
    /// Begins a publication, and says its number.
    func beginPublication(
        ofRound round: Int64, by person: Int64, at moment: Int, knownOn day: Day
    ) throws(SQLError) -> Int64 {
        try run(
            """
            INSERT INTO publication (round_id, person_id, at, known_on)
            VALUES (\(round), \(person), \(moment), \(day))
            """)
        return lastInsertedRow
    }

    /// Keeps what is published, for good.
    func keep(_ published: PublishedEntry, in publication: Int64) throws(SQLError) {
        let entry = published.entry
        let (measure, period) = (entry.measure.facts.code, entry.period.description)
        let content = entry.content
        let action = content.text(.action)
        let progress = ActionState(rawValue: content[.progress]) ?? .notStarted
        try run(
            """
            INSERT INTO published_entry (measure, period, version, publication_id, entry_id,
                                         author_role, what_happened, why, what_we_are_doing,
                                         action_what, action_owner, action_due_on, action_state,
                                         forecast, forecast_period, nothing_reason,
                                         revision_reason)
            VALUES (\(measure), \(period), \(published.version), \(publication), \(entry.id),
                    \(published.authorRole), \(content.text(.comment)), \(content.text(.why)),
                    \(content.text(.doing)), \(action), \(content.text(.who)),
                    \(action == nil ? nil : published.actionDue),
                    \(action == nil ? nil : progress), \(published.forecast?.value),
                    \(published.forecast?.period.description),
                    \(content[.figure] == EntryFlag.nothing.rawValue ? content.text(.reason) : nil),
                    \(published.version > 1 ? entry.revisionReason : nil))
            """)
        for group in published.figures {
            let figure = group.figure
            try run(
                """
                INSERT INTO published_entry_figure (measure, period, version, breakdown, ends_on,
                                                    status, value, numerator, denominator, marker)
                VALUES (\(measure), \(period), \(published.version), \(group.breakdown),
                        \(entry.period.end), \(figure.status), \(figure.value),
                        \(figure.numerator), \(figure.denominator), \(figure.marker))
                """)
        }
    }

    /// Notes that entries are published, a version more each.
    func markPublished(_ entries: [Int64]) throws(SQLError) {
        try run(
            """
            UPDATE return_entry SET
                published_version = published_version + 1, revision_reason = NULL
            WHERE id IN \(SQL.all(of: entries))
            """)
    }
}

extension EntryContent {
    /// What was typed without the spaces around it; `nil` if that is nothing.
    fileprivate func text(_ field: EntryField) -> String? {
        let words = self[field].split(whereSeparator: \.isNewline).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let text = words.filter { !$0.isEmpty }.joined(separator: "\n")
        return text.isEmpty ? nil : text
    }
}

extension Database {
    /// Shows readers what has just been published.
    func show(_ published: [PublishedEntry], _ settings: Settings) throws {
        let measures = Set(published.map(\.entry.measure.facts.code)).sorted()
        try ReturnPublication(
            database: self, publisher: settings.partnership, today: settings.today()
        ).show(measures)
    }
}

extension Database {
    /// A round, for its publication.
    func publicationRound(_ id: Int64) throws(SQLError) -> CollectionRound? {
        try first(
            "SELECT \(CollectionRound.columns) FROM collection_round WHERE id = \(id)"
        ) { row throws(SQLError) in try CollectionRound(row: row) }
    }
}
