import SQLite
import Testing

@Suite struct TransactionsTests {
    struct Refused: Error {}

    @Test func `a transaction that throws changes nothing`() throws {
        #expect(throws: Refused.self) {
            try database.transaction {
                try database.run("DELETE FROM measure")
                throw Refused()
            }
        }
        #expect(try database.count("measure") == 3)
        #expect(!database.isInTransaction)
    }

    @Test func `a transaction gives what its body gives`() throws {
        let count = try database.transaction {
            try database.run("DELETE FROM measure WHERE id = \(1)")
            return try database.count("measure")
        }
        #expect(count == 2)
        #expect(try database.count("measure") == 2)
    }

    @Test func `a transaction in a transaction is undone alone`() throws {
        try database.transaction {
            try database.run("DELETE FROM measure WHERE id = \(1)")
            #expect(throws: Refused.self) {
                try database.transaction {
                    try database.run("DELETE FROM measure WHERE id = \(2)")
                    throw Refused()
                }
            }
            try database.transaction { try database.run("DELETE FROM measure WHERE id = \(3)") }
        }
        let left: [Int] = try database.all("SELECT id FROM measure") { row throws(SQLError) in
            try row[0]
        }
        #expect(left == [2])
    }

    @Test func `nothing is written after the transaction around it has ended`() throws {
        #expect(throws: SQLError.self) {
            try database.transaction {
                try database.script("ROLLBACK")
                try database.run("DELETE FROM measure")
            }
        }
        #expect(try database.count("measure") == 3)
    }

    @Test func `a snapshot does not see what is committed after its first question`() throws {
        let folder = try TemporaryFolder()
        let writer = try Database(path: folder.file("portal.db"))
        try writer.script("CREATE TABLE note (text TEXT)")
        let reader = try Database(path: folder.file("portal.db"), mode: .readOnly)
        try reader.snapshot {
            #expect(try reader.count("note") == 0)
            try writer.run("INSERT INTO note VALUES ('late')")
            #expect(try reader.count("note") == 0)
        }
        #expect(try reader.count("note") == 1)
    }

    @Test func `a second writer is told that the database is busy`() throws {
        let folder = try TemporaryFolder()
        let first = try Database(path: folder.file("portal.db"))
        let second = try Database(path: folder.file("portal.db"))
        try second.script("PRAGMA busy_timeout = 0")
        try first.transaction {
            let error = #expect(throws: SQLError.self) { try second.transaction {} }
            #expect(error?.isBusy == true)
        }
        try second.transaction {}
    }

    private let database: Database

    init() throws {
        database = try shelf()
    }
}
