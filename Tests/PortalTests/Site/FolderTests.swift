import Testing

@testable import Portal

@Suite struct FolderTests {
    @Test func `names below a folder come in order, without hidden ones and other endings`() throws
    {
        let folder = try TemporaryFolder()
        for name in ["b.csv", "a.csv", "a.txt", ".hidden.csv", "deep/c.csv"] {
            try folder.write([], to: name)
        }
        #expect(try Folder(path: folder.path).names(endingIn: ".csv") == ["a", "b", "deep/c"])
    }

    @Test func `a file is read whole, however long`() throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<200_001).map { UInt8(truncatingIfNeeded: $0) }
        try folder.write(bytes, to: "long.bin")
        #expect(try Folder(path: folder.path).bytes(of: "long.bin") == bytes)
    }

    @Test func `text that is not UTF-8 is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write([0x61, 0xe9], to: "latin.txt")
        let error = try #require(throws: FolderError.self) {
            try Folder(path: folder.path).text(of: "latin.txt")
        }
        #expect("\(error)" == "\(folder.path)/latin.txt: not UTF-8 text")
    }

    @Test func `what is not there is named`() throws {
        let folder = try TemporaryFolder()
        let none = Folder(path: folder.file("none"))
        #expect(throws: FolderError(path: none.path, reason: "No such file or directory")) {
            try none.names(endingIn: ".csv")
        }
        #expect(throws: FolderError(path: "\(none.path)/x", reason: "No such file or directory")) {
            try none.bytes(of: "x")
        }
    }
}
