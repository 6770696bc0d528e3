import Glibc
import Testing

@testable import HTTPServer

@Suite struct StaticFilesTests {
    let root: String
    let files: StaticFiles

    init() throws {
        // POSIX promises /tmp to every program.
        var template = Array("/tmp/static-files-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        unsafe mkdir(root + "/css", 0o755)
        Self.write(root + "/css/site.css", String(repeating: "a { color: red }\n", count: 100))
        Self.write(root + "/.hidden", "secret")
        Self.write(root + "/small.txt", "hello")
        unsafe symlink("/etc/passwd", root + "/link.txt")
        files = try StaticFiles(root: root)
    }

    private static func write(_ name: String, _ text: String) {
        guard let file = unsafe fopen(name, "w") else { return }
        unsafe fputs(text, file)
        unsafe fclose(file)
    }

    @Test func `only what is plainly there is served`() {
        #expect(files.names == ["css/site.css", "small.txt"])
        for name in [".hidden", "link.txt", "../etc/passwd", "css", "css/", "", "css//site.css"] {
            #expect(files.respond(to: Request(.get, "/"), name: name) == nil)
        }
        #expect(files.respond(to: Request(.post, "/"), name: "small.txt") == nil)
    }

    @Test func `a file says what it is and how long it may be kept`() throws {
        let response = try #require(files.respond(to: Request(.get, "/"), name: "css/site.css"))
        #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
        #expect(response.headers["Cache-Control"] == "public, max-age=3600")
        #expect(response.headers["Vary"] == "Accept-Encoding")
        #expect(try #require(response.gzipped).count < response.body.count)
        let kept = files.respond(
            to: Request(.get, "/"), name: "small.txt", cacheControl: "no-store")
        #expect(kept?.headers["Cache-Control"] == "no-store")
    }

    @Test func `a file that is known is not sent again`() throws {
        let first = try #require(files.respond(to: Request(.get, "/"), name: "small.txt"))
        for (name, field) in [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")] {
            let value = try #require(first.headers[name])
            var headers = Headers()
            headers.add(try #require(HeaderName(field)), value)
            let again = files.respond(to: Request(.get, "/", headers: headers), name: "small.txt")
            #expect(again?.status == .notModified)
        }
    }

    @Test func `a folder that is not there is an error of one line`() {
        let error = #expect(throws: ServerError.self) { try StaticFiles(root: "/no/such/folder") }
        #expect(error?.description.hasPrefix("cannot read /no/such/folder: opendir: ") == true)
    }
}
