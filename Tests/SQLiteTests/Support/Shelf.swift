import SQLite

/// A database in memory with three measures, as the tests know them.
func shelf() throws(SQLError) -> Database {
    let database = try Database(path: ":memory:")
    try database.script(
        """
        CREATE TABLE measure (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            polarity TEXT NOT NULL CHECK (polarity IN ('highIsGood', 'lowIsGood')),
            target REAL,
            seal BLOB
        ) STRICT;
        CREATE TABLE figure (
            measure_id INTEGER NOT NULL REFERENCES measure (id),
            value REAL
        ) STRICT;
        INSERT INTO measure VALUES
            (1, 'SEND-01', 'highIsGood', 91.5, x'00ff'),
            (2, 'SEND-02', 'lowIsGood', NULL, NULL),
            (3, 'SEND-03', 'highIsGood', 3, x'');
        """)
    return database
}

enum Polarity: String, SQLConvertible {
    case highIsGood, lowIsGood
}

struct Measure: Equatable {
    let code: String
    let polarity: Polarity
    let target: Double?
    let seal: [UInt8]?
}

extension Measure {
    init(row: borrowing Row) throws(SQLError) {
        code = try row("code")
        polarity = try row("polarity")
        target = try row("target")
        seal = try row("seal")
    }
}

extension Database {
    func count(_ table: SQL) throws(SQLError) -> Int? {
        try first("SELECT count(*) FROM \(table)")
    }
}
