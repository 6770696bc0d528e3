import SQLite

/// A database file that cannot be used: what is wrong, and how to mend it.
package struct DatabaseTrouble: Error, CustomStringConvertible {
    /// One line for a person at a terminal.
    package let description: String
    /// What SQLite said.
    let cause: SQLError
}

extension Database {
    /// Opens the portal's database; what is wrong with it comes back as advice.
    ///
    /// While it is open, `portal restore` puts no other in its place.
    static func open(_ settings: Settings, _ mode: Mode) throws(DatabaseTrouble) -> Database {
        do {
            let claim = try FileClaim.shared(
                of: settings.database, makesFile: mode == .readWrite)
            return try Database(path: settings.database, mode: mode, claim: claim)
        } catch {
            if error.isBusy { throw DatabaseTrouble(description: error.message, cause: error) }
            // SQLITE_READONLY_ROLLBACK: a journal of a change that was cut off is beside it.
            if error.code == 776 {
                throw DatabaseTrouble(
                    description: "\(settings.database) was left in the middle of a change; "
                        + "portal load and portal serve undo that", cause: error)
            }
            throw DatabaseTrouble(
                description: "\(error.message); choose another file with --database, "
                    + "or restore this one from a backup", cause: error)
        }
    }
}
