import Testing

@testable import HTTPServer

@Suite struct StaticFilesTests {
    let folder: Folder
    let files: StaticFiles
    static let large = ContentHashTests.noise(5000)

    init() throws {
        folder = try Folder()
        folder.add(folder: "css")
        folder.add(folder: "a.b")
        let css = String(repeating: "a { color: red }\n", count: 100)
        try folder.write("css/site.css", Array(css.utf8))
        try folder.write("a.b/plain", [97])
        try folder.write("large.bin", Self.large)
        try folder.write(".hidden", Array("secret".utf8))
        try folder.write("small.txt", Array("hello".utf8))
        folder.link("link.txt", to: "/etc/passwd")
        folder.link("out", to: "/etc")
        files = try StaticFiles(root: folder.path, memoryLimit: 4096)
    }

    private func respond(_ name: String, _ headers: Headers = [:]) -> Response? {
        files.respond(to: Request(.get, "/", headers: headers), name: name)
    }

    @Test func `only what is plainly there is served`() {
        #expect(files.names == ["a.b/plain", "css/site.css", "large.bin", "small.txt"])
        for name in [
            ".hidden", "link.txt", "../etc/passwd", "css", "css/", "", "css//site.css",
            "out/passwd", "css/../small.txt", "./small.txt", "/small.txt", "small.txt/",
            "small%2Etxt", "small.txt\0", "SMALL.TXT", "css/%2e%2e/small.txt",
        ] {
            #expect(respond(name) == nil, "\(name)")
            #expect(!files.contains(name))
        }
        #expect(files.respond(to: Request(.post, "/"), name: "small.txt") == nil)
    }

    @Test func `a file says what it is and how long it may be kept`() throws {
        let response = try #require(respond("css/site.css"))
        #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
        #expect(response.headers["Cache-Control"] == "public, max-age=3600")
        #expect(response.headers["Vary"] == "Accept-Encoding")
        #expect(response.headers["Accept-Ranges"] == "bytes")
        #expect(try #require(response.gzipped).count < response.body.count)
        let kept = files.respond(
            to: Request(.get, "/"), name: "small.txt", cacheControl: "no-store")
        #expect(kept?.headers["Cache-Control"] == "no-store")
        #expect(kept?.headers["Vary"] == nil)
    }

    @Test func `a file that is known is not sent again`() throws {
        for name in files.names {
            let first = try #require(respond(name))
            for (said, field) in [
                ("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"),
            ] {
                let value = try #require(first.headers[said])
                var headers = Headers()
                headers.add(try #require(HeaderName(field)), value)
                let again = try #require(respond(name, headers))
                #expect(again.status == .notModified)
                #expect(again.file == nil)
            }
            #expect(respond(name, ["If-Match": "\"x\""])?.status == .preconditionFailed)
        }
    }

    @Test(arguments: ["css/site.css", "a.b/plain", "large.bin", "small.txt"])
    func `a name with the mark of the bytes may be kept for ever`(_ name: String) throws {
        let address = try #require(files.address(of: name))
        let plain = try #require(respond(name))
        let marked = try #require(respond(address))
        #expect(marked.headers["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(marked.body == plain.body)
        #expect(marked.headers["ETag"] == plain.headers["ETag"])
        #expect(marked.headers["Content-Type"] == plain.headers["Content-Type"])
        let mark = try #require(plain.headers["ETag"]).dropFirst().prefix(12)
        #expect(address.contains(".\(mark)"))
        #expect(address.filter { $0 == "/" } == name.filter { $0 == "/" })
        let other = address.replacing(mark, with: "000000000000")
        #expect(respond(other) == nil)
        #expect(files.address(of: address) == nil)
        #expect(files.contains(address))
    }

    @Test func `a file that lies in no folder is served like the others`() throws {
        var files = files
        let bytes = Array(String(repeating: "b { color: blue }\n", count: 100).utf8)
        let former = try #require(files.address(of: "css/site.css"))
        for name in ["css/site.css", "brand.css"] {
            files.add(name, bytes, fields: ["X-Kind": "made"])
            let address = try #require(files.address(of: name))
            for (name, kept) in [(name, "max-age=3600"), (address, "max-age=31536000, immutable")] {
                let response = try #require(files.respond(to: Request(.get, "/"), name: name))
                #expect(response.body == bytes)
                #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
                #expect(response.headers["Cache-Control"] == "public, \(kept)")
                #expect(response.headers["X-Kind"] == "made")
                #expect(response.headers["Vary"] == "Accept-Encoding")
                #expect(try #require(response.gzipped).count < bytes.count)
            }
        }
        #expect(!files.contains(former))
        #expect(files.names.contains("brand.css"))
    }

    @Test func `the mark stands before the ending`() throws {
        let address = try #require(files.address(of: "css/site.css"))
        #expect(address.hasPrefix("css/site."))
        #expect(address.hasSuffix(".css"))
        #expect(try #require(files.address(of: "a.b/plain")).hasPrefix("a.b/plain."))
        #expect(files.address(of: "nowhere.css") == nil)
    }

    @Test func `what is large is sent from the disk`() throws {
        let response = try #require(respond("large.bin", ["Range": "bytes=4000-"]))
        #expect(response.file?.size == 5000)
        #expect(response.part == 4000..<5000)
        #expect(respond("large.bin")?.headers["ETag"] == EntityTag.of(Self.large))
    }

    @Test func `what is changed after the start is never half of each`() throws {
        try folder.write("small.txt", Array("changed".utf8))
        #expect(respond("small.txt")?.body == Array("hello".utf8))
        try folder.replace("large.bin", [1, 2, 3])
        #expect(respond("large.bin")?.file?.size == 5000)
    }

    @Test func `what is large and changed in place is not sent`() throws {
        folder.truncate("large.bin", to: 4500)
        #expect(respond("large.bin")?.status == .internalServerError)
    }

    @Test func `a folder that is not there is an error of one line`() {
        let error = #expect(throws: ServerError.self) { try StaticFiles(root: "/no/such/folder") }
        #expect(error?.description.hasPrefix("cannot read /no/such/folder: opendir: ") == true)
    }
}
