import SQLite
import Testing

@Suite struct BackupTests {
    @Test func `a backup is a whole database of its own`() throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.file("portal.db"))
        try database.script("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept')")
        try database.backup(to: folder.file("copy.db"))
        try database.run("INSERT INTO note VALUES ('later')")
        let copy = try Database(path: folder.file("copy.db"), mode: .readOnly)
        #expect(try copy.integrityCheck() == [])
        #expect(try copy.count("note") == 1)
        let leavesPart = folder.holds("copy.db.partial")
        #expect(!leavesPart)
    }

    @Test func `a backup replaces an older one`() throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.file("portal.db"))
        try database.backup(to: folder.file("copy.db"))
        try database.script("CREATE TABLE note (text TEXT)")
        try database.backup(to: folder.file("copy.db"))
        let copy = try Database(path: folder.file("copy.db"), mode: .readOnly)
        #expect(try copy.count("note") == 0)
    }

    @Test func `a place that cannot be written is named`() throws {
        let database = try shelf()
        let error = #expect(throws: SQLError.self) {
            try database.backup(to: "/nonexistent/copy.db")
        }
        #expect(
            error?.message
                == "/nonexistent/copy.db.partial cannot be opened: No such file or directory")
    }
}
