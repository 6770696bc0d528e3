import SQLite
import Spreadsheet

/// Loads what can be said instead of a term.
///
/// All terms that mean the same thing, and the thing itself, can stand for each other.
struct SynonymLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let file = try folder.file(
            "synonyms", columns: ["term", "means"], keys: [["means", "term"]])
        try database.run("DELETE FROM synonym")
        var groups: [String: Set<String>] = [:]
        for row in file.rows {
            let (term, means) = (try row.words("term"), try row.words("means"))
            guard term != means else { throw row.error("term", "«\(term)» is what it means") }
            groups[means, default: []].formUnion(Self.forms(of: term) + Self.forms(of: means))
        }
        for group in groups.values {
            for term in group {
                for other in group where other != term {
                    try database.run(
                        """
                        INSERT INTO synonym (term, means) VALUES (\(term), \(other))
                        ON CONFLICT DO NOTHING
                        """)
                }
            }
        }
    }

    /// A term, with its last word for one thing and for several.
    private static func forms(of term: String) -> [String] {
        let words = term.split(separator: " ")
        guard let last = words.last else { return [] }
        let start = words.dropLast().map { $0 + " " }.joined()
        return [term] + WordForms.others(of: String(last)).map { start + $0 }
    }
}

extension LoadRow {
    /// The words of a cell, of which there must be one at least.
    fileprivate func words(_ column: String) throws(LoadError) -> String {
        let text = try text(column)
        let words = SearchWords(text).joined
        guard !words.isEmpty else { throw error(column, "«\(text)» has no word in it") }
        return words
    }
}
