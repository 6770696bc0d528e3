import Testing

@testable import SQLite

@Suite struct SQLErrorTests {
    /// The codes are those of SQLite's «Result and Error Codes».
    @Test(
        arguments: [
            (5, SQLError.Obstacle.busy), (261, .busy), (517, .busy), (6, .busy), (15, .busy),
            (13, .full), (4_874, .full), (8, .readOnly), (1_032, .readOnly),
            (10, .failing), (778, .failing), (1_034, .failing), (7, .failing), (3_082, .failing),
            (14, .failing), (270, .failing),
            (1, nil), (11, nil), (19, nil), (2_067, nil), (26, nil),
        ] as [(Int32, SQLError.Obstacle?)])
    func `what is in the way is told from what is wrong`(
        _ code: Int32, _ obstacle: SQLError.Obstacle?
    ) {
        #expect(SQLError(code: code, message: "", statement: "").obstacle == obstacle)
    }

    @Test func `a database that may not grow is full, and takes what fits`() throws {
        let folder = try TemporaryFolder()
        let database = try Database(path: folder.file("portal.db"))
        try database.run("CREATE TABLE note (text TEXT) STRICT")
        try database.run("PRAGMA max_page_count = 1")
        let long = String(repeating: "x", count: 100_000)
        let error = #expect(throws: SQLError.self) {
            try database.run("INSERT INTO note VALUES (\(long))")
        }
        #expect(error?.obstacle == .full)
        try database.run("INSERT INTO note VALUES ('short')")
    }
}
