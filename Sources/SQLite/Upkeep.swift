extension Database {
    /// What is wrong with the file and its references, a line each; nothing if it is sound.
    ///
    /// It reads the whole file.
    public func integrityCheck() throws(SQLError) -> [String] {
        let damage = try all("PRAGMA integrity_check") { row throws(SQLError) in
            try row[0, as: String.self]
        }
        return try (damage == ["ok"] ? [] : damage) + brokenReferences()
    }

    /// Lets SQLite refresh what it knows of the data to plan queries; for before closing.
    ///
    /// - Parameter limit: About how many rows of an index are looked at: all of a table of millions
    ///   would keep other writers waiting.
    /// - Throws: What SQLite refuses.
    public func optimize(rows limit: Int) throws(SQLError) {
        try script("PRAGMA analysis_limit = \(limit); PRAGMA optimize")
    }

    /// References to rows that are not there, a line each.
    func brokenReferences() throws(SQLError) -> [String] {
        try all("PRAGMA foreign_key_check") { row throws(SQLError) in
            let table = try row[0, as: String.self]
            let id = try row[1, as: Int64?.self].map { "row \($0)" } ?? "a row"
            let parent = try row[2, as: String.self]
            return "\(id) of \(table) refers to a row of \(parent) that is not there"
        }
    }
}
