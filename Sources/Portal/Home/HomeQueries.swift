import SQLite

/// Something children want to be able to say.
struct StatementEntry: Equatable {
    let statement: String
    let explanation: String?
}

extension Database {
    func statements() throws(SQLError) -> [StatementEntry] {
        try all(
            "SELECT statement, explanation FROM statement ORDER BY position",
            read: StatementEntry.init)
    }
}

extension StatementEntry {
    init(row: borrowing Row) throws(SQLError) {
        statement = try row("statement")
        explanation = try row("explanation")
    }
}
