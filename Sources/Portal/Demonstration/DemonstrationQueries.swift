import SQLite

extension Database {
    /// What is invented in this database, as every page says; `nil` where nothing is.
    func demonstrationWords() throws(SQLError) -> String? {
        let words: String? = try first("SELECT words FROM demonstration")
        return words.map { "Demonstration: \($0)" }
    }

    /// Says for good that this database is a demonstration.
    func becomeDemonstration(_ words: String) throws(SQLError) {
        try run("INSERT INTO demonstration (id, words) VALUES (1, \(words))")
    }

    /// The last part of the address of an edition.
    func editionSlug(ofKind kind: String, period: String) throws(SQLError) -> String? {
        try first("SELECT slug FROM edition WHERE kind = \(kind) AND period = \(period)")
    }

    /// The number of the comment that says this.
    func comment(saying words: String) throws(SQLError) -> Int64? {
        try first("SELECT id FROM committee_comment WHERE words = \(words)")
    }

    /// Whether nothing has ever been made here.
    var isNew: Bool {
        get throws(SQLError) {
            try first("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema) AS is_new") ?? false
        }
    }
}
