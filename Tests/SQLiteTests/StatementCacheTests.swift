import Testing

@testable import SQLite

@Suite struct StatementCacheTests {
    @Test func `a statement is compiled once`() throws {
        let database = try Database(path: ":memory:")
        let first = try database.statements.statement("SELECT 1")
        let other = try database.statements.statement("SELECT 2")
        let again = try database.statements.statement("SELECT 1")
        #expect(first === again && first !== other)
    }

    @Test func `a statement in use is not given out twice`() throws {
        let database = try Database(path: ":memory:")
        let first = try database.statements.statement("SELECT 1")
        first.isInUse = true
        let second = try database.statements.statement("SELECT 1")
        #expect(first !== second)
        first.isInUse = false
        let third = try database.statements.statement("SELECT 1")
        #expect(first === third)
    }

    @Test func `the statement unused for longest makes room`() throws {
        let database = try Database(path: ":memory:")
        let used = try database.statements.statement("SELECT 0")
        let unused = try database.statements.statement("SELECT 1")
        for number in 2...300 {
            _ = try database.statements.statement("SELECT 0")
            _ = try database.statements.statement("SELECT \(number)")
        }
        #expect(database.statements.count == 128)
        #expect(try database.statements.statement("SELECT 0") === used)
        #expect(try database.statements.statement("SELECT 1") !== unused)
    }
}
