import SQLite
import Testing

@Suite struct FileClaimTests {
    @Test func `many share a claim, and one has it alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("portal.db")
        do {
            let one = try FileClaim.shared(of: path, makesFile: true)
            let other = try FileClaim.shared(of: path, makesFile: false)
            #expect(one != nil && other != nil)
            #expect(try FileClaim.alone(of: path) == nil)
            withExtendedLifetime((one, other)) {}
        }
        let alone = try FileClaim.alone(of: path)
        #expect(alone != nil)
        #expect(throws: SQLError.self) { try FileClaim.shared(of: path, makesFile: true) }
        withExtendedLifetime(alone) {}
    }

    @Test func `who only reads needs no file of claims`() throws {
        let folder = try TemporaryFolder()
        #expect(try FileClaim.shared(of: folder.file("portal.db"), makesFile: false) == nil)
        let isMade = folder.holds("portal.db-lock")
        #expect(!isMade)
    }
}
