import SQLite
import Testing

@Suite struct SQLTests {
    @Test func `a value in a literal becomes a parameter`() throws {
        let code = "Robert'); DROP TABLE measure;--"
        let sql: SQL = "SELECT id FROM measure WHERE code = \(code)"
        #expect(sql.text == "SELECT id FROM measure WHERE code = ?")
        #expect(sql.values == [.text(code)])
    }

    @Test func `statements are put together from parts with their values in order`() throws {
        let filter: SQL = "polarity = \(Polarity.highIsGood)"
        var sql: SQL = "SELECT id FROM measure WHERE \(filter) AND id > \(1)"
        sql += " LIMIT \(5)"
        let found: [Int] = try shelf().all(sql) { row throws(SQLError) in try row[0] }
        #expect(found == [3])
    }

    @Test(arguments: [([1, 3], 2), ([], 0), ([2], 1), ([7, 8, 9], 0)])
    func `a list matches any of its elements`(ids: [Int], count: Int) throws {
        let found = try shelf().count("measure WHERE id IN \(list: ids)")
        #expect(found == count)
    }

    @Test func `a question mark written by hand is refused`() throws {
        #expect(throws: SQLError.self) { try shelf().run("DELETE FROM measure WHERE id = ?") }
    }

    @Test func `two statements in one are refused`() throws {
        let database = try shelf()
        #expect(throws: SQLError.self) {
            try database.run("DELETE FROM measure; DELETE FROM figure")
        }
        #expect(try database.count("measure") == 3)
    }

    @Test func `a double-quoted word is a name and never a text`() throws {
        #expect(throws: SQLError.self) {
            try shelf().run("DELETE FROM measure WHERE code = \"SEND-01\"")
        }
    }
}
