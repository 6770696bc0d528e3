import HTTPServer
import SQLite
import Scorecard

/// When what the pages show was last changed.
struct LastChange {
    /// When templates and public files were read, in seconds since 1970.
    private let contentReadAt: Int
    private var dataVersion: Int64?
    private var dataChangedAt = 0

    init(contentReadAt: Int) {
        self.contentReadAt = contentReadAt
    }

    /// The last moment at which any page may have become another.
    ///
    /// Pages change with the figures, with the templates, and at midnight, since what is judged
    /// and what is late depends on the day.
    mutating func moment(_ database: Database, _ settings: Settings) throws -> HTTPDate {
        // Templates that are read anew for each page may be others each time.
        if settings.reloadsTemplates { return HTTPDate(seconds: Clock.seconds()) }
        let version = try database.dataVersion
        if version != dataVersion {
            dataChangedAt = try database.changedAt() ?? 0
            dataVersion = version
        }
        let midnight = settings.today().number * 86_400
        return HTTPDate(seconds: max(contentReadAt, dataChangedAt, midnight))
    }
}

extension Database {
    /// When figures and catalogue were last loaded, returns published, or reports published or
    /// withdrawn, in seconds since 1970.
    fileprivate func changedAt() throws(SQLError) -> Int? {
        try first(
            """
            SELECT max(at) AS changed_at FROM (
                SELECT unixepoch(loaded_at) AS at FROM load
                UNION ALL
                SELECT at FROM publication
                UNION ALL
                SELECT max(frozen_at, coalesce(withdrawn_at, 0)) FROM edition_version)
            """
        ) { row throws(SQLError) in try row("changed_at", as: Int?.self) } ?? nil
    }
}
