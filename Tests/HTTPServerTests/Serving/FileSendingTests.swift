import Testing

@testable import HTTPServer

/// Files from the disk, and parts, over real sockets.
@Suite struct FileSendingTests {
    /// 5 MB without a pattern that a mistake in places could hide behind.
    static let content: [UInt8] = {
        let noise = ContentHashTests.noise(65_521)
        var content: [UInt8] = []
        while content.count < 5 << 20 { content += noise }
        return Array(content.prefix(5 << 20))
    }()
    /// The content as a file, and as both kinds of public file; read once for all tests.
    struct Served: Sendable {
        let file: OpenFile
        let memory: StaticFiles
        let disk: StaticFiles

        static let once = Result {
            let folder = try Folder()
            let path = try folder.write("export.bin", content)
            // What is open stays when the folder goes.
            return try Served(
                file: OpenFile(path: path),
                memory: StaticFiles(root: folder.path, memoryLimit: 8 << 20),
                disk: StaticFiles(root: folder.path))
        }

        func respond(_ request: Request) -> Response {
            switch request.path {
            case "/handler": .file(file, contentType: "application/octet-stream")
            case "/memory": memory.respond(to: request, name: "export.bin") ?? .text("none")
            case "/disk": disk.respond(to: request, name: "export.bin") ?? .text("none")
            default: .text(request.path)
            }
        }
    }

    private func serve(_ body: (UInt16) throws -> Void) throws {
        let served = try Served.once.get()
        try withServer(respond: { served.respond($0) }) { port, _ in try body(port) }
    }

    @Test(arguments: ["/handler", "/memory", "/disk"])
    func `a file comes whole, in part, or not at all`(_ target: String) throws {
        try serve { port in
            let client = try Client(port)
            let whole = try #require(client.get(target))
            #expect(whole.status == 200)
            #expect(whole.body == Self.content)
            let part = try #require(client.get(target, "Range: bytes=1000-2000999\r\n"))
            #expect(part.status == 206)
            #expect(part["Content-Length"] == "2000000")
            #expect(part["Content-Range"] == "bytes 1000-2000999/5242880")
            #expect(part.body == Array(Self.content[1000..<2_001_000]))
            let last = try #require(client.get(target, "Range: bytes=-5\r\n"))
            #expect(last.body == Array(Self.content.suffix(5)))
            let none = try #require(client.get(target, "Range: bytes=5242880-\r\n"))
            #expect(none.status == 416)
            #expect(none["Content-Range"] == "bytes */5242880")
            let date = try #require(whole["Last-Modified"])
            let known = try #require(client.get(target, "If-Modified-Since: \(date)\r\n"))
            #expect(known.status == 304)
            client.send("HEAD \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
            let head = try #require(client.answer(isHead: true))
            #expect(head.fields.map(\.name) == whole.fields.map(\.name))
            #expect(head["Content-Length"] == "5242880")
            #expect(client.get("/after")?.text == "/after")
        }
    }

    @Test func `a slow reader of a file keeps nobody waiting`() throws {
        try serve { port in
            let slow = try Client(port)
            slow.send("GET /handler HTTP/1.1\r\nHost: a\r\n\r\n")
            let other = try Client(port)
            for _ in 0..<100 { #expect(other.get("/other")?.text == "/other") }
            #expect(slow.answer()?.body == Self.content)
        }
    }

    @Test(arguments: [-1, 1])
    func `a file that changes while it is sent is cut off`(_ more: Int) throws {
        let size = 64 << 20
        let folder = try Folder()
        let path = try folder.write("a", [])
        folder.truncate("a", to: size)
        let file = try OpenFile(path: path)
        try withServer(respond: { request in
            request.path == "/" ? .file(file, contentType: "text/csv") : .text("x")
        }) { port, _ in
            let client = try Client(port)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            // The answer is on its way, and is more than sockets hold.
            #expect(try Client(port).get("/x")?.status == 200)
            folder.truncate("a", to: size + more)
            #expect(client.answer() == nil)
            #expect(client.ending == .ended)
            #expect(try Client(port).get("/x")?.status == 200)
        }
    }

    @Test func `a file of nothing is an answer at once`() throws {
        let folder = try Folder()
        let file = try OpenFile(path: folder.write("empty", []))
        try withServer(respond: { _ in .file(file, contentType: "text/csv") }) { port, _ in
            let client = try Client(port)
            for _ in 0..<3 {
                let answer = try #require(client.get("/"))
                #expect(answer.status == 200)
                #expect(answer["Content-Length"] == "0")
            }
        }
    }

    @Test func `a large part of memory is sent from where it is`() throws {
        let response = Response(headers: ["Accept-Ranges": "bytes"], body: Self.content)
        try withServer(respond: { _ in response }) { port, _ in
            let client = try Client(port)
            for range in [0..<5000, 100..<4_000_000, 5_000_000..<5_242_880] {
                let field = "Range: bytes=\(range.lowerBound)-\(range.upperBound - 1)\r\n"
                #expect(client.get("/", field)?.body == Array(Self.content[range]))
            }
        }
    }
}
