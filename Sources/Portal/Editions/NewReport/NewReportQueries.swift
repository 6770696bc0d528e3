import SQLite
import Scorecard

extension Database {
    /// An address that no report has: what is wanted, or that with a number behind it.
    func freeSlug(_ wanted: String) throws(SQLError) -> String {
        let taken: [String] = try all(
            """
            SELECT slug FROM edition WHERE substr(slug, 1, \(wanted.utf8.count)) = \(wanted)
            UNION SELECT slug FROM report WHERE substr(slug, 1, \(wanted.utf8.count)) = \(wanted)
            """
        ) { row throws(SQLError) in try row("slug") }
        var slug = wanted
        var number = 1
        while taken.contains(slug) {
            number += 1
            slug = "\(wanted)-\(number)"
        }
        return slug
    }
}
