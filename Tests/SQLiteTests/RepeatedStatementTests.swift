import Testing

@testable import SQLite

@Suite struct RepeatedStatementTests {
    @Test func `values stay until others are given, and a refused row is one row`() throws {
        let database = try Database(path: ":memory:")
        try database.script("CREATE TABLE t (number INTEGER PRIMARY KEY, word TEXT)")
        let insertion = try RepeatedStatement("INSERT INTO t VALUES (?1, ?2)", on: database)
        try insertion.bind("a", at: 2)
        for number in [1, 2] as [Int64] {
            try insertion.bind(number, at: 1)
            try insertion.run()
        }
        let error = #expect(throws: SQLError.self) { try insertion.run() }
        #expect(error?.isDuplicate == true)
        try insertion.bind(3, at: 1)
        try insertion.bind(nil as String?, at: 2)
        try insertion.run()
        let rows = try database.all("SELECT coalesce(word, '-') FROM t ORDER BY number") {
            row throws(SQLError) in try row[0, as: String.self]
        }
        #expect(rows == ["a", "a", "-"])
    }
}
