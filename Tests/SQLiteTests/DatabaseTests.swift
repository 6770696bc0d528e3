import SQLite
import Testing

@Suite struct DatabaseTests {
    @Test func `a reader sees what a writer commits and cannot write`() throws {
        let folder = try TemporaryFolder()
        let writer = try Database(path: folder.file("portal.db"))
        try writer.script("CREATE TABLE note (text TEXT NOT NULL) STRICT")
        let reader = try Database(path: folder.file("portal.db"), mode: .readOnly)
        let version = try reader.dataVersion
        try writer.run("INSERT INTO note VALUES (\("seen"))")
        #expect(try reader.first("SELECT text FROM note") == "seen")
        #expect(try reader.dataVersion != version)
        #expect(throws: SQLError.self) { try reader.run("DELETE FROM note") }
    }

    @Test(
        arguments: [
            ("PRAGMA journal_mode", "wal"), ("PRAGMA foreign_keys", "1"),
            ("PRAGMA synchronous", "2"),
            ("PRAGMA busy_timeout", "5000"), ("PRAGMA trusted_schema", "0"),
        ] as [(SQL, String)])
    func `a connection is set up for safety`(pragma: SQL, value: String) throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.file("portal.db"))
        let found = try database.first("\(pragma)", as: SQLValue.self)
        #expect(found == .text(value) || found == Int64(value).map(SQLValue.integer))
    }

    @Test func `a missing file cannot be read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("portal.db")
        let error = #expect(throws: SQLError.self) {
            try Database(path: path, mode: .readOnly)
        }
        #expect(error?.message == "\(path) cannot be opened: No such file or directory")
    }

    @Test(arguments: [Database.Mode.readOnly, .readWrite])
    func `a file that is no database is named`(mode: Database.Mode) throws {
        let folder = try TemporaryFolder()
        folder.write("Minutes of the meeting, which are no database at all.\n", to: "notes.txt")
        let error = #expect(throws: SQLError.self) {
            try Database(path: folder.file("notes.txt"), mode: mode)
        }
        #expect(error?.message == "\(folder.file("notes.txt")) is not an SQLite database")
    }

    @Test func `a change tells how many rows it changed itself`() throws {
        let database = try shelf()
        #expect(try database.run("UPDATE measure SET target = 1 WHERE id < 3") == 2)
        #expect(try database.run("UPDATE measure SET target = 1 WHERE id = 9") == 0)
        #expect(try database.run("CREATE TABLE another (id INTEGER)") == 0)
    }

    @Test func `a change may return a row`() throws {
        let database = try shelf()
        let id = try database.first(
            """
            INSERT INTO measure (code, polarity) VALUES (\("SEND-04"), \(Polarity.lowIsGood))
            RETURNING id
            """, as: Int64.self)
        #expect(id == 4)
        #expect(database.lastInsertedRow == 4)
        #expect(try database.first("SELECT 1 WHERE 0", as: Int.self) == nil)
    }

    @Test func `a query may be asked within the rows of the same query`() throws {
        let database = try shelf()
        var seen: [String] = []
        func walk(from id: Int) throws(SQLError) {
            try database.forEach("SELECT id FROM measure WHERE id >= \(id) ORDER BY id") {
                row throws(SQLError) in
                let next: Int = try row("id")
                seen.append("\(id):\(next)")
                if next > id { try walk(from: next) }
            }
        }
        try walk(from: 1)
        #expect(seen == ["1:1", "1:2", "2:2", "2:3", "3:3", "1:3", "3:3"])
    }

    @Test func `statements of many texts do not pile up and still work`() throws {
        let database = try shelf()
        for count in 1...300 {
            let ids = Array(1...count)
            #expect(try database.count("measure WHERE id IN \(list: ids)") == min(count, 3))
        }
    }

    @Test func `a broken rule is told from other errors`() throws {
        let database = try shelf()
        let duplicate = #expect(throws: SQLError.self) {
            try database.run(
                "INSERT INTO measure (code, polarity) VALUES (\("SEND-01"), \(Polarity.lowIsGood))")
        }
        #expect(duplicate?.isConstraint == true && duplicate?.isDuplicate == true)
        let orphan = #expect(throws: SQLError.self) {
            try database.run("INSERT INTO figure (measure_id) VALUES (\(99))")
        }
        #expect(orphan?.isConstraint == true && orphan?.isDuplicate == false)
        let misspelt = #expect(throws: SQLError.self) { try database.run("DELETE FROM mesure") }
        #expect(misspelt?.isConstraint == false)
        #expect(misspelt?.description == "SQLite 1: no such table: mesure in «DELETE FROM mesure»")
    }

    @Test func `an error is told in one line, however the statement is written`() throws {
        let error = #expect(throws: SQLError.self) {
            try shelf().run(
                """
                DELETE FROM mesure
                    WHERE code = \("SEND-01")
                """)
        }
        #expect(
            error?.description
                == "SQLite 1: no such table: mesure in «DELETE FROM mesure WHERE code = ?»")
    }

    @Test func `an error in a script tells the line and the statement`() throws {
        let database = try shelf()
        let error = #expect(throws: SQLError.self) {
            try database.script(
                """
                -- two things
                CREATE TABLE one (id INTEGER);

                CREATE TABLE measure (id INTEGER);
                CREATE TABLE three (id INTEGER);
                """)
        }
        #expect(error?.message == "line 4: table measure already exists")
        #expect(error?.statement == "CREATE TABLE measure (id INTEGER)")
        #expect(try database.count("one") == 0)
    }

    @Test func `a sound database has nothing wrong with it`() throws {
        let database = try shelf()
        try database.optimize(rows: 1000)
        #expect(try database.integrityCheck() == [])
        try database.script("PRAGMA foreign_keys = OFF; INSERT INTO figure VALUES (99, 1);")
        #expect(
            try database.integrityCheck()
                == ["row 1 of figure refers to a row of measure that is not there"])
    }
}
