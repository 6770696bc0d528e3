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

    /// Whether nothing has ever been made here.
    var isNew: Bool {
        get throws(SQLError) {
            try first("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema) AS is_new") ?? false
        }
    }
}
