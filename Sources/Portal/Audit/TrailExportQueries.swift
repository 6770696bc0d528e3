import SQLite

extension TrailExport {
    /// Writes what the database has, piece by piece, to `write`.
    package func run(_ settings: Settings, _ write: ([UInt8]) throws -> Void) throws {
        _ = try run(in: Database.open(settings, .readOnly), write)
    }

    /// Writes the entries that there are at the first of them, some hundred in memory at a time;
    /// how many there were.
    func run(in database: Database, _ write: ([UInt8]) throws -> Void) throws -> Int {
        var writer = TrailWriter(format)
        var filter = filter
        filter.cursor = .oldest
        var count = 0
        try database.snapshot {
            while true {
                let rows = try database.trail(filter, count: Self.batch)
                for row in rows { writer.write(row) }
                try write(writer.take())
                count += rows.count
                guard let last = rows.last, rows.count == Self.batch else { return }
                filter.cursor = .after(last.entry.number)
            }
        }
        return count
    }

    private static let batch = 500
}
