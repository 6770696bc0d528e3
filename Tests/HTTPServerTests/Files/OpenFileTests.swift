import Testing

@testable import HTTPServer

@Suite struct OpenFileTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = try folder.write("a", Array("0123456789".utf8))
    }

    @Test func `a file has a size, a tag and parts`() throws {
        let file = try OpenFile(path: path)
        #expect(file.size == 10)
        #expect(try file.bytes(from: 0, count: 100) == Array("0123456789".utf8))
        #expect(try file.bytes(from: 8, count: 100) == Array("89".utf8))
        #expect(try file.bytes(from: 10, count: 100) == [])
        #expect(try file.tag() == EntityTag.of(Array("0123456789".utf8)))
    }

    @Test func `a file that is replaced is still the one that was opened`() throws {
        let file = try OpenFile(path: path)
        try folder.replace("a", Array("abc".utf8))
        #expect(file.isUnchanged)
        #expect(try file.bytes(from: 0, count: 1) == Array("0".utf8))
        folder.truncate("a", to: 1)
        #expect(file.isUnchanged)
    }

    @Test func `a file that is changed in place is known to be`() throws {
        let file = try OpenFile(path: path)
        folder.truncate("a", to: 5)
        #expect(!file.isUnchanged)
    }

    @Test func `only a regular file is opened`() throws {
        folder.link("link", to: path)
        for name in ["link", "nowhere", ""] {
            #expect(throws: SystemError.self) { try OpenFile(path: folder.path + "/" + name) }
        }
        #expect(throws: SystemError.self) { try OpenFile(path: "/dev/null") }
    }
}
