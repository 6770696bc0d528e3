import SQLite
import Testing

@Suite struct BackupTests {
    @Test func `a copy is a whole database of one file`() throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.file("portal.db"))
        try database.script("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept')")
        try database.copy(to: folder.file("copy.db"))
        try database.run("INSERT INTO note VALUES ('later')")
        let copy = try Database(path: folder.file("copy.db"), mode: .readOnly)
        #expect(try copy.integrityCheck() == [])
        #expect(try copy.count("note") == 1)
        let leavesLog = folder.holds("copy.db-wal")
        #expect(!leavesLog)
    }

    @Test func `a copy replaces nothing`() throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.file("portal.db"))
        try database.copy(to: folder.file("copy.db"))
        #expect(throws: SQLError.self) { try database.copy(to: folder.file("copy.db")) }
    }

    @Test func `a place that cannot be written is named`() throws {
        let database = try shelf()
        let error = #expect(throws: SQLError.self) {
            try database.copy(to: "/nonexistent/copy.db")
        }
        #expect(
            error?.message
                == "/nonexistent/copy.db cannot be written: No such file or directory")
    }

    @Test func `a database that is open elsewhere is not made one file`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("portal.db")
        do {
            let database = try Database(path: path)
            try database.script("CREATE TABLE note (text TEXT)")
            let error = #expect(throws: SQLError.self) { try Database.unite(path) }
            #expect(error?.isBusy == true)
            #expect(try database.count("note") == 0)
        }
        try Database.unite(path)
        let hasLog = folder.holds("portal.db-wal")
        #expect(!hasLog)
    }
}
