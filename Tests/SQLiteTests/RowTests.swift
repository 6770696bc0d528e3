import SQLite
import Testing

@Suite struct RowTests {
    @Test func `rows are read by an initialiser`() throws {
        let all = try database.all("SELECT * FROM measure ORDER BY id", read: Measure.init)
        #expect(
            all == [
                Measure(code: "SEND-01", polarity: .highIsGood, target: 91.5, seal: [0, 255]),
                Measure(code: "SEND-02", polarity: .lowIsGood, target: nil, seal: nil),
                Measure(code: "SEND-03", polarity: .highIsGood, target: 3, seal: []),
            ])
    }

    @Test func `columns are found in any order`() throws {
        let pairs = try database.all("SELECT code, id FROM measure ORDER BY id") {
            row throws(SQLError) -> String in
            let id: Int = try row("id")
            let code: String = try row("code")
            let again: Int = try row("id")
            return "\(id)\(again) \(code)"
        }
        #expect(pairs == ["11 SEND-01", "22 SEND-02", "33 SEND-03"])
    }

    @Test func `every value comes back as it went in`() throws {
        let bytes: [UInt8] = [0, 1, 254, 255]
        let text = "naïve 'quoted' \0 🇬🇧"
        let none: Int32? = nil
        try database.forEach(
            """
            SELECT \(Int64.min) AS a, \(-7) AS b, \(Int32(9)) AS c, \(true) AS d, \(2.5) AS e,
                \(text) AS f, \(bytes) AS g, \([UInt8]()) AS h, \(none) AS i, \("") AS j
            """
        ) { row throws(SQLError) in
            #expect(try row("a") == Int64.min)
            #expect(try row("b") == -7)
            #expect(try row("c") == Int32(9))
            #expect(try row("d") == true)
            #expect(try row("e") == 2.5)
            #expect(try row("f") == text)
            #expect(try row("g") == bytes)
            #expect(try row("h") == [UInt8]())
            #expect(try row("i") == none)
            #expect(try row("j") == "")
            #expect(try row[5] == SQLValue.text(text))
            #expect(row.columns == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
        }
    }

    @Test func `an integer that a double holds exactly may be read as one`() throws {
        #expect(try database.first("SELECT coalesce(sum(target), 0) FROM measure WHERE 0") == 0.0)
        #expect(throws: SQLError.self) {
            try database.first("SELECT 9007199254740993", as: Double.self)
        }
    }

    @Test(arguments: [
        ("code", "Int", "column «code» holds text, which is no Int"),
        ("target", "Double", "column «target» holds NULL, which is no Double"),
        ("id", "String", "column «id» holds the integer 2, which is no String"),
        ("id", "Bool", "column «id» holds the integer 2, which is no Bool"),
        ("code", "Polarity", "column «code» holds text, which is no Polarity"),
        ("cod", "String", "no column «cod» among id, code, target"),
    ])
    func `a column that is not what was asked for is named`(
        column: String, type: String, message: String
    ) throws {
        let error = #expect(throws: SQLError.self) {
            try database.first("SELECT id, code, target FROM measure WHERE id = 2") {
                row throws(SQLError) in
                switch type {
                case "Int": _ = try row(column, as: Int.self)
                case "Double": _ = try row(column, as: Double.self)
                case "Bool": _ = try row(column, as: Bool.self)
                case "Polarity": _ = try row(column, as: Polarity.self)
                default: _ = try row(column, as: String.self)
                }
            }
        }
        #expect(error?.message == message)
    }

    @Test func `a position beyond the columns is refused`() throws {
        #expect(throws: SQLError.self) {
            try database.first("SELECT 1") { row throws(SQLError) in
                try row[1, as: Int?.self]
            }
        }
    }

    @Test func `columns follow a changed schema`() throws {
        _ = try database.all("SELECT * FROM measure", read: Measure.init)
        try database.script("ALTER TABLE measure RENAME COLUMN seal TO stamp")
        try database.script("ALTER TABLE measure ADD COLUMN note TEXT DEFAULT 'new'")
        let note = try database.first("SELECT * FROM measure") { row throws(SQLError) in
            _ = try row("stamp", as: [UInt8]?.self)
            return try row("note", as: String.self)
        }
        #expect(note == "new")
    }

    private let database: Database

    init() throws {
        database = try shelf()
    }
}
