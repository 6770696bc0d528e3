internal import CSQLite

/// How SQLite goes about a statement.
public struct QueryPlan: Sendable {
    /// The statement's text.
    public let statement: String
    /// Its steps, as `EXPLAIN QUERY PLAN` tells them.
    public let steps: [String]
    /// The tables through which it may walk from one end to the other, by themselves or by an
    /// index.
    ///
    /// They are read from the program that SQLite has made of the statement, in which tables have
    /// not the names that the statement gives them.
    public let scanned: Set<String>
}

extension Database {
    /// How each statement is gone about that this connection keeps compiled, in the order of
    /// their texts.
    ///
    /// What parameters are bound to is not looked at.
    public func queryPlans() throws(SQLError) -> [QueryPlan] {
        var tables: [Int64: String] = [:]
        try forEach("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0") {
            row throws(SQLError) in tables[try row[0]] = try row[1, as: String.self]
        }
        var plans: [QueryPlan] = []
        for text in statements.texts.sorted() where text.hasPrefix("SELECT") {
            plans.append(
                QueryPlan(
                    statement: text, steps: try steps(of: text),
                    scanned: try scanned(by: text, tables)))
        }
        return plans
    }

    private func steps(of text: String) throws(SQLError) -> [String] {
        let plan = try explanation("EXPLAIN QUERY PLAN " + text)
        var steps: [String] = []
        while try plan.step() { steps.append(plan.text(at: 3) ?? "") }
        return steps
    }

    private func scanned(
        by text: String, _ tables: [Int64: String]
    ) throws(SQLError) -> Set<String> {
        let program = try explanation("EXPLAIN " + text)
        var cursors: [Int64: String] = [:]
        var scanned: Set<String> = []
        while try program.step() {
            let cursor = program.integer(at: 2) ?? -1
            switch program.text(at: 1) {
            case "OpenRead":
                cursors[cursor] = program.integer(at: 3).flatMap { tables[$0] }
            case "Rewind", "Last":
                if let table = cursors[cursor] { scanned.insert(table) }
            default: break
            }
        }
        return scanned
    }

    private func explanation(_ text: String) throws(SQLError) -> PreparedStatement {
        try unsafe PreparedStatement(text, on: handle, lasting: false, counters: counters)
    }
}
