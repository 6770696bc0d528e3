import SQLite
import Testing

@Suite struct CommittedStateTests {
    /// Two connections to one file.
    private static func pair(
        _ folder: borrowing TemporaryFolder
    ) throws -> (writer: Database, reader: Database) {
        let writer = try Database(path: folder.file("portal.db"))
        try writer.script("CREATE TABLE note (text TEXT NOT NULL) STRICT")
        return (writer, try Database(path: folder.file("portal.db"), mode: .readOnly))
    }

    @Test func `each commit of another connection makes it another state`() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = try Self.pair(folder)
        var states = [try #require(reader.committedState)]
        for number in 0..<5 {
            try writer.run("INSERT INTO note VALUES (\("\(number)"))")
            states.append(try #require(reader.committedState))
        }
        // Also one that takes back what the one before it did, so that the data is as it was.
        try writer.run("DELETE FROM note WHERE text = '4'")
        states.append(try #require(reader.committedState))
        for (place, state) in states.enumerated() {
            #expect(states.firstIndex(of: state) == place)
        }
    }

    @Test func `each connection sees the same, its own commits too`() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = try Self.pair(folder)
        let before = try #require(writer.committedState)
        try writer.run("INSERT INTO note VALUES ('a')")
        #expect(writer.committedState != before)
        #expect(writer.committedState == reader.committedState)
        let late = try Database(path: folder.file("portal.db"), mode: .readOnly)
        #expect(late.committedState == writer.committedState)
    }

    @Test func `reading, undone writing and a checkpoint leave the state as it is`() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = try Self.pair(folder)
        try writer.run("INSERT INTO note VALUES ('a')")
        let state = try #require(reader.committedState)
        #expect(try reader.first("SELECT count(*) FROM note") == 1)
        #expect(throws: SQLError.self) {
            try writer.transaction {
                try writer.run("INSERT INTO note VALUES ('b')")
                try writer.run("INSERT INTO note VALUES (NULL)")
            }
        }
        try writer.script("PRAGMA wal_checkpoint(PASSIVE)")
        #expect(reader.committedState == state)
    }

    @Test func `what is not committed yet is no other state`() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = try Self.pair(folder)
        let state = try #require(reader.committedState)
        try writer.transaction {
            try writer.run("INSERT INTO note VALUES ('a')")
            #expect(reader.committedState == state)
        }
        #expect(reader.committedState != state)
    }

    @Test func `a log that was emptied and begins anew is another state`() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = try Self.pair(folder)
        try writer.run("INSERT INTO note VALUES ('a')")
        let full = try #require(reader.committedState)
        try writer.script("PRAGMA wal_checkpoint(TRUNCATE)")
        let empty = try #require(reader.committedState)
        try writer.run("INSERT INTO note VALUES ('b')")
        let begun = try #require(reader.committedState)
        #expect(full != empty && empty != begun && begun != full)
    }

    @Test func `a reader in the middle of its questions is told of what is new, too`() throws {
        let folder = try TemporaryFolder()
        let (writer, reader) = try Self.pair(folder)
        try reader.snapshot {
            let count = try reader.first("SELECT count(*) FROM note", as: Int.self)
            let state = reader.committedState
            try writer.run("INSERT INTO note VALUES ('a')")
            #expect(try reader.first("SELECT count(*) FROM note") == count)
            #expect(reader.committedState != state)
        }
    }

    @Test func `without a write-ahead log there is no state`() throws {
        #expect(try Database(path: ":memory:").committedState == nil)
    }
}
