import SQLite
import Scorecard

extension EditionState: SQLConvertible {}

extension Database {
    /// Every edition with its latest version, the newest period first.
    func editions() throws(SQLError) -> [EditionVersion] {
        try all(
            """
            \(EditionVersion.selection)
            WHERE version.number = (SELECT max(number) FROM edition_version
                                    WHERE edition_id = edition.id)
            ORDER BY edition.period DESC, edition.id DESC
            """, read: EditionVersion.init)
    }

    /// The versions of an edition, the latest first; none where there is no such edition.
    func versions(ofEdition slug: String) throws(SQLError) -> [EditionVersion] {
        try all(
            """
            \(EditionVersion.selection) WHERE edition.slug = \(slug)
            ORDER BY version.number DESC
            """, read: EditionVersion.init)
    }

    func version(_ id: Int64) throws(SQLError) -> EditionVersion? {
        try first("\(EditionVersion.selection) WHERE version.id = \(id)", read: EditionVersion.init)
    }

    /// The frozen version of the same portfolio that a new one follows: the latest version of the
    /// latest edition before it, unless that version was withdrawn, and the edition with it.
    func version(before edition: Edition) throws(SQLError) -> EditionVersion? {
        try first(
            """
            \(EditionVersion.selection)
            WHERE edition.portfolio = \(edition.portfolio) AND edition.id <> \(edition.id)
                AND version.state = 'frozen'
                AND version.number = (SELECT max(number) FROM edition_version
                                      WHERE edition_id = edition.id AND frozen_at IS NOT NULL)
                AND (edition.period, edition.id) < (\(edition.quarter.description), \(edition.id))
            ORDER BY edition.period DESC, edition.id DESC, version.number DESC
            LIMIT 1
            """, read: EditionVersion.init)
    }

    /// What a version held after one of its changes.
    func content(ofVersion id: Int64, at revision: Int) throws(SQLError) -> EditionContent? {
        if revision == 0 { return EditionContent() }
        return try first(
            """
            SELECT content FROM edition_revision
            WHERE version_id = \(id) AND revision = \(revision)
            """
        ) { row throws(SQLError) in try EditionContent(column: row("content"), row) }
    }

    /// Begins an edition and its first version.
    func begin(
        _ new: NewEdition, by person: Int64, at moment: Int
    ) throws(SQLError) {
        try run(
            """
            INSERT INTO edition (slug, portfolio, kind, kind_title, period, created_by, created_at)
            VALUES (\(new.slug), \(new.portfolio), \(new.kind), \(new.kindTitle),
                    \(new.quarter.description), \(person), \(moment))
            """)
        try run(
            """
            INSERT INTO edition_version (edition_id, number)
            SELECT id, 1 FROM edition WHERE slug = \(new.slug)
            """)
    }

    /// Keeps what a version holds now.
    func keep(
        _ content: EditionContent, ofVersion id: Int64, by person: Int64, at moment: Int
    ) throws(SQLError) {
        let column = content.typed.column
        try run(
            """
            UPDATE edition_version SET content = \(column), revision = revision + 1,
                   changed_by = \(person), changed_at = \(moment)
            WHERE id = \(id)
            """)
        try run(
            """
            INSERT INTO edition_revision (version_id, revision, content, person_id, at)
            SELECT id, revision, content, \(person), \(moment)
            FROM edition_version WHERE id = \(id)
            """)
    }
}

/// An edition that is begun.
struct NewEdition: Equatable {
    let slug: String
    let portfolio: String
    let kind: ReportKind
    let kindTitle: String?
    let quarter: FinancialQuarter
}

extension EditionContent {
    init(column: String, _ row: borrowing Row) throws(SQLError) {
        guard let typed = EntryContent(column: column) else {
            throw row.refused("the content of an edition cannot be read")
        }
        self.init(typed)
    }
}

extension Edition {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("edition_id")
        slug = try row("slug")
        portfolio = try row("portfolio")
        kind = try row("kind")
        kindTitle = try row("kind_title")
        let code: String = try row("period")
        guard let quarter = FinancialQuarter(code) else {
            throw row.refused("«\(code)» is not a quarter")
        }
        self.quarter = quarter
    }
}

extension EditionVersion {
    /// Versions with their editions and the names of people.
    static let selection: SQL = """
        SELECT edition.id AS edition_id, edition.slug, edition.portfolio, edition.kind,
               edition.kind_title, edition.period, version.id, version.number, version.state,
               version.content, version.revision, version.reason, version.changed_at,
               version.submitted_by, version.submitted_at, version.sent_back_words,
               version.frozen_at, version.title, version.board, version.figures_as_at,
               version.follows_id, version.withdrawn_at, version.withdrawn_because,
               version.board_title, version.meeting_on, version.measures,
               changer.name AS changed_by_name, freezer.name AS frozen_by_name,
               submitter.name AS submitted_by_name
        FROM edition_version AS version
        JOIN edition ON edition.id = version.edition_id
        LEFT JOIN person AS changer ON changer.id = version.changed_by
        LEFT JOIN person AS freezer ON freezer.id = version.frozen_by
        LEFT JOIN person AS submitter ON submitter.id = version.submitted_by
        """

    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        edition = try Edition(row: row)
        number = try row("number")
        state = try row("state")
        content = try EditionContent(column: row("content"), row)
        revision = try row("revision")
        reason = try row("reason")
        changedBy = try row("changed_by_name")
        changedAt = try row("changed_at")
        submittedBy = try row("submitted_by")
        submittedByName = try row("submitted_by_name")
        submittedAt = try row("submitted_at")
        sentBackWords = try row("sent_back_words")
        let at: Int? = try row("frozen_at")
        frozen = try at.map { at throws(SQLError) in try Frozen(row: row, at: at) }
    }
}

extension EditionVersion.Frozen {
    fileprivate init(row: borrowing Row, at: Int) throws(SQLError) {
        self.at = at
        by = try row("frozen_by_name")
        title = try row("title")
        board = try row("board")
        boardTitle = try row("board_title", as: String?.self) ?? board
        meeting = try row("meeting_on")
        measures = try row("measures", as: String?.self)?.items ?? []
        figuresAsAt = try row("figures_as_at")
        follows = try row("follows_id")
        let withdrawn: Int? = try row("withdrawn_at")
        withdrawal = try withdrawn.map { at throws(SQLError) in
            EditionVersion.Withdrawal(at: at, because: try row("withdrawn_because"))
        }
    }
}
