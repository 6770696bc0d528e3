import SQLite
import Scorecard

extension Database {
    func submit(_ version: Int64, by person: Int64, at moment: Int) throws(SQLError) {
        try run(
            """
            UPDATE edition_version SET state = 'for-approval', submitted_by = \(person),
                   submitted_at = \(moment), sent_back_words = NULL
            WHERE id = \(version)
            """)
    }

    func takeBack(_ version: Int64) throws(SQLError) {
        try run(
            """
            UPDATE edition_version SET state = 'draft', submitted_by = NULL, submitted_at = NULL
            WHERE id = \(version)
            """)
    }

    func sendBack(_ version: Int64, words: String) throws(SQLError) {
        try run(
            """
            UPDATE edition_version SET state = 'draft', sent_back_words = \(words)
            WHERE id = \(version)
            """)
    }

    /// Keeps all that a version is for good.
    func freeze(
        _ version: Int64, _ content: FrozenContent, by person: Int64, at moment: Int
    ) throws(SQLError) {
        // Facts come before the file that shows them: after it none can be added.
        for (document, facts) in content.documents {
            try keep(facts, ofVersion: version, for: document.audience)
            try run(
                """
                INSERT INTO edition_document (version_id, audience, bytes, fingerprint,
                                              style_digest)
                VALUES (\(version), \(document.audience.rawValue), \(document.bytes),
                        \(document.fingerprint), \(document.styleDigest))
                """)
        }
        try run(
            """
            UPDATE edition_version SET state = 'frozen', frozen_by = \(person),
                   frozen_at = \(moment), title = \(content.title),
                   board = \(content.board.slug), board_title = \(content.board.title),
                   meeting_on = \(content.meeting), figures_as_at = \(content.figuresAsAt),
                   follows_id = \(content.follows),
                   measures = \(content.measures.joined(separator: "\n"))
            WHERE id = \(version)
            """)
    }

    private func keep(
        _ facts: [ReportFact], ofVersion version: Int64, for audience: Audience
    ) throws(SQLError) {
        for (position, fact) in facts.enumerated() {
            try run(
                """
                INSERT INTO edition_fact (version_id, audience, position, section, subject,
                                          subject_title, name, text)
                VALUES (\(version), \(audience.rawValue), \(position), \(fact.section),
                        \(fact.subject), \(fact.subjectTitle), \(fact.name), \(fact.text))
                """)
        }
    }

    /// Begins the version after another one, whose number is the answer.
    func beginCorrection(
        of version: EditionVersion, because reason: String
    ) throws(SQLError) -> Int64 {
        try run(
            """
            INSERT INTO edition_version (edition_id, number, reason)
            VALUES (\(version.edition.id), \(version.number + 1), \(reason))
            """)
        return lastInsertedRow
    }

    func withdraw(
        _ version: Int64, because reason: String, by person: Int64, at moment: Int
    ) throws(SQLError) {
        try run(
            """
            UPDATE edition_version SET state = 'withdrawn', withdrawn_by = \(person),
                   withdrawn_at = \(moment), withdrawn_because = \(reason)
            WHERE id = \(version)
            """)
    }

    /// The files of an edition's versions, without their bytes.
    func documents(ofEdition id: Int64) throws(SQLError) -> [FrozenDocumentEntry] {
        try all(
            """
            SELECT version_id, audience, length(bytes) AS size, fingerprint
            FROM edition_document
            JOIN edition_version ON edition_version.id = edition_document.version_id
            WHERE edition_version.edition_id = \(id)
            """
        ) { row throws(SQLError) in
            FrozenDocumentEntry(
                version: try row("version_id"), audience: try row("audience"),
                size: try row("size"), fingerprint: try row("fingerprint"))
        }
    }

    /// The file of a frozen version as an audience has it.
    func document(
        ofVersion version: Int64, for audience: Audience
    ) throws(SQLError) -> FrozenDocument? {
        try first(
            """
            SELECT bytes, fingerprint, style_digest FROM edition_document
            WHERE version_id = \(version) AND audience = \(audience.rawValue)
            """
        ) { row throws(SQLError) in
            FrozenDocument(
                audience: audience, bytes: try row("bytes"), fingerprint: try row("fingerprint"),
                styleDigest: try row("style_digest"))
        }
    }

    /// Of which version and audience a file with this fingerprint is, if it is one of ours.
    func publications(
        of fingerprint: String
    ) throws(SQLError) -> [(version: Int64, audience: Audience)] {
        try all(
            """
            SELECT version_id, audience FROM edition_document
            WHERE fingerprint = \(fingerprint)
            """
        ) { row throws(SQLError) in (try row("version_id"), try row("audience")) }
    }

    /// What a board is called; `nil` where the catalogue does not have it.
    func boardTitle(_ slug: String) throws(SQLError) -> String? {
        try first("SELECT title FROM board WHERE slug = \(slug)") { row throws(SQLError) in
            try row("title")
        }
    }

    /// To whom measures belong; of those that are no more, nothing but the code is known.
    func ownerships(ofMeasures codes: [String]) throws(SQLError) -> [MeasureOwnership] {
        let known = try all(
            """
            SELECT measure.code, measure.service,
                   group_concat(DISTINCT strategy.slug) AS strategies
            FROM measure
            LEFT JOIN placement ON placement.measure_id = measure.id
            LEFT JOIN strategy ON strategy.id = placement.strategy_id
            WHERE measure.code IN \(list: codes)
            GROUP BY measure.id
            """
        ) { row throws(SQLError) in
            MeasureOwnership(
                measure: try row("code"), service: try row("service"),
                strategies: try row("strategies"))
        }
        let gone = Set(codes).subtracting(known.map(\.measure)).sorted()
        return known + gone.map { MeasureOwnership(measure: $0, service: nil, strategies: []) }
    }
}
