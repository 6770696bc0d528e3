import SQLite
import Testing

@Suite struct KeptValuesTests {
    private struct NotesKey: KeptKey {
        typealias Value = [String]
        let prefix: String
    }

    private let folder: SharedFolder
    private let writer: Database
    private let reader: Database

    init() throws {
        folder = try SharedFolder()
        writer = try Database(path: folder.file)
        try writer.script("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('first')")
        reader = try Database(path: folder.file, mode: .readOnly)
    }

    /// The notes that begin so, and how often they were asked for to tell it.
    private func notes(
        _ prefix: String = "", in database: Database
    ) throws -> (texts: [String], asked: Int) {
        var asked = 0
        let texts = try database.kept(NotesKey(prefix: prefix)) { () throws(SQLError) in
            asked += 1
            return try database.all(
                "SELECT text FROM note WHERE text LIKE \(prefix) || '%' ORDER BY rowid"
            ) { row throws(SQLError) in try row[0] }
        }
        return (texts, asked)
    }

    private func notesInSnapshot(_ prefix: String = "") throws -> (texts: [String], asked: Int) {
        try reader.snapshot { try notes(prefix, in: reader) }
    }

    @Test func `what was made is kept while nobody writes`() throws {
        #expect(try notesInSnapshot() == (["first"], 1))
        #expect(try notesInSnapshot() == (["first"], 0))
    }

    @Test func `a write makes the very next answer anew`() throws {
        _ = try notesInSnapshot()
        try writer.run("INSERT INTO note VALUES ('second')")
        #expect(try notesInSnapshot() == (["first", "second"], 1))
        #expect(try notesInSnapshot() == (["first", "second"], 0))
    }

    @Test func `a snapshot that is open keeps what is of its time`() throws {
        try reader.snapshot {
            #expect(try notes(in: reader) == (["first"], 1))
            try writer.run("INSERT INTO note VALUES ('second')")
            #expect(try notes(in: reader) == (["first"], 0))
        }
        #expect(try notesInSnapshot().texts == ["first", "second"])
    }

    @Test func `each key has a value of its own`() throws {
        #expect(try notesInSnapshot("f").texts == ["first"])
        #expect(try notesInSnapshot("s").texts == [])
    }

    @Test func `nothing is kept outside a snapshot, nor by one who writes`() throws {
        for database in [reader, writer] {
            #expect(try notes(in: database).asked == 1)
            #expect(try notes(in: database).asked == 1)
        }
        try writer.transaction {
            #expect(try notes(in: writer).asked == 1)
            try writer.run("INSERT INTO note VALUES ('second')")
            #expect(try notes(in: writer).texts == ["first", "second"])
        }
    }

    @Test func `that there is nothing is not kept`() throws {
        func first(_ asked: inout Int) throws -> [String]? {
            try reader.snapshot {
                try reader.keptIfAny(NotesKey(prefix: "")) { () throws(SQLError) in
                    asked += 1
                    let text: String? = try reader.first(
                        "SELECT text FROM note WHERE text <> 'first'")
                    return text.map { [$0] }
                }
            }
        }
        var asked = 0
        for _ in 0..<2 { #expect(try first(&asked) == nil) }
        #expect(asked == 2)
        try writer.run("INSERT INTO note VALUES ('second')")
        for _ in 0..<2 { #expect(try first(&asked) == ["second"]) }
        #expect(asked == 3)
    }

    @Test func `room is made where there are too many`() throws {
        for number in 0..<1_000 { _ = try notesInSnapshot("f\(number)") }
        #expect(try notesInSnapshot("f0").asked == 1)
        #expect(try notesInSnapshot("f0").asked == 0)
    }
}

/// A folder that a suite keeps for its test.
private final class SharedFolder {
    private let folder: TemporaryFolder
    var file: String { folder.file("portal.db") }

    init() throws { folder = try TemporaryFolder() }
}
