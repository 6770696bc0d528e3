/// Brings the schema of a database up to what the program knows.
public enum Migrations {
    /// Applies those of `migrations` the database does not have, in order, one transaction each.
    ///
    /// Returns the ones applied. Foreign keys are off while a script runs, as SQLite advises for
    /// tables that are rebuilt, and every reference is checked before it is committed.
    @discardableResult
    public static func apply(
        _ migrations: [Migration], to database: Database
    ) throws(MigrationError) -> [Migration] {
        try checkNumbers(of: migrations.map(\.number), in: "this program")
        var applied: [Migration] = []
        do {
            try database.run(table)
            // By `script`, since SQLite obeys this pragma when it compiles it, which a kept
            // statement does once.
            try database.script("PRAGMA foreign_keys = OFF")
        } catch {
            throw .unreadable(path: database.path, error: error)
        }
        // Only our own connection loses its foreign keys if this fails, and it is not used then.
        defer { _ = try? database.script("PRAGMA foreign_keys = ON") }
        for migration in try pending(of: migrations, in: database)
        where try apply(migration, of: migrations, to: database) {
            applied.append(migration)
        }
        return applied
    }

    /// Whether the database has just these migrations; it is only read.
    public static func areApplied(
        _ migrations: [Migration], in database: Database
    ) throws(SQLError) -> Bool {
        let applied = try database.all(
            "SELECT number, digest FROM schema_migration ORDER BY number", read: Applied.init)
        return applied.map(\.digest) == migrations.map(\.digest)
    }

    /// Those of `migrations` that the database does not have; it is only read.
    ///
    /// - Throws: ``MigrationError`` for a database that is newer, or whose migrations are others.
    public static func missing(
        of migrations: [Migration], in database: Database
    ) throws(MigrationError) -> [Migration] {
        Array(try pending(of: migrations, in: database))
    }

    /// Those the database does not have, once it is sure that it has the others.
    private static func pending(
        of migrations: [Migration], in database: Database
    ) throws(MigrationError) -> ArraySlice<Migration> {
        let path = database.path
        let applied: [Applied]
        do {
            applied = try database.all(
                "SELECT number, digest FROM schema_migration ORDER BY number", read: Applied.init)
        } catch {
            throw .unreadable(path: path, error: error)
        }
        try checkNumbers(of: applied.map(\.number), in: "the database \(path)")
        guard applied.count <= migrations.count else {
            throw .databaseIsNewer(path: path, applied: applied.count, known: migrations.count)
        }
        for (old, migration) in zip(applied, migrations) where old.digest != migration.digest {
            throw .changedSinceApplied(path: path, number: old.number, name: migration.name)
        }
        return migrations.dropFirst(applied.count)
    }

    /// Whether the migration was still to be applied once the database was ours alone.
    private static func apply(
        _ migration: Migration, of migrations: [Migration], to database: Database
    ) throws(MigrationError) -> Bool {
        do {
            return try database.transaction {
                // Another program may have come first.
                guard try pending(of: migrations, in: database).contains(migration) else {
                    return false
                }
                try database.script(migration.text)
                let broken = try database.brokenReferences()
                guard broken.isEmpty else {
                    throw MigrationError.brokenReferences(name: migration.name, rows: broken)
                }
                try database.run(
                    """
                    INSERT INTO schema_migration (number, name, digest)
                    VALUES (\(migration.number), \(migration.name), \(migration.digest))
                    """)
                return true
            }
        } catch let error as MigrationError {
            throw error
        } catch let error as SQLError {
            throw .scriptFailed(name: migration.name, error: error)
        } catch {
            // Nothing above throws anything else.
            let error = SQLError(code: 1, message: "\(error)", statement: "")
            throw .scriptFailed(name: migration.name, error: error)
        }
    }

    private static func checkNumbers(
        of numbers: [Int], in place: String
    ) throws(MigrationError) {
        for (index, number) in numbers.enumerated() where number != index + 1 {
            throw .notContiguous(path: place, expected: index + 1, found: number)
        }
    }

    private static let table: SQL = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            digest TEXT NOT NULL,
            applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        ) STRICT
        """
}

/// A migration as the database remembers it.
private struct Applied {
    let number: Int
    let digest: String

    init(row: borrowing Row) throws(SQLError) {
        number = try row("number")
        digest = try row("digest")
    }
}
