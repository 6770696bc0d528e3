import SQLite

/// That an entry was submitted, by whom and when.
struct Submittal {
    let entry: Int64
    let person: Int64
    let name: String
    let at: Int
}

extension Database {
    /// The latest submission of each of some entries; those never submitted are left out.
    func submittals(of entries: [Int64]) throws(SQLError) -> [Submittal] {
        try all(
            """
            SELECT return_entry.id, return_entry.submitted_by, person.name,
                   return_entry.submitted_at
            FROM return_entry
            JOIN person ON person.id = return_entry.submitted_by
            WHERE return_entry.id IN \(list: entries)
            ORDER BY return_entry.position
            """
        ) { row throws(SQLError) in
            Submittal(
                entry: try row("id"), person: try row("submitted_by"), name: try row("name"),
                at: try row("submitted_at"))
        }
    }
}
