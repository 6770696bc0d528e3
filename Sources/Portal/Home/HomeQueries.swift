import SQLite
import Scorecard

/// What the first page lists beside measures.
struct HomeLists {
    /// An entry of a list.
    struct Entry: Equatable {
        let slug: String
        let title: String
        let detail: String?
    }

    /// Current strategies with the years they run.
    var strategies: [Entry] = []
    /// What children want to be able to say, with what it means.
    var statements: [Entry] = []
}

extension Database {
    /// What the first page lists beside measures, in one question.
    func homeLists() throws(SQLError) -> HomeLists {
        var lists = HomeLists()
        try forEach(
            """
            SELECT 1 AS list, slug, title, NULL AS detail, starts, ends, position
            FROM strategy WHERE state = 'current'
            UNION ALL
            SELECT 2, slug, statement, explanation, NULL, NULL, position FROM statement
            ORDER BY list, position
            """
        ) { row throws(SQLError) in
            let years = StrategyYears.words(from: try row("starts"), to: try row("ends"))
            let entry = HomeLists.Entry(
                slug: try row("slug"), title: try row("title"), detail: try row("detail") ?? years)
            let list: Int = try row("list")
            if list == 1 { lists.strategies.append(entry) } else { lists.statements.append(entry) }
        }
        return lists
    }
}
