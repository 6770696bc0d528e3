import Glibc
import Testing

@testable import HTTPServer

/// Content over a socket: kept in a file when it is large, bounded by path, and gone afterwards.
@Suite struct UploadTests {
    static let size = 5 << 20

    /// Bytes without a pattern, some of them line ends.
    static let file: [UInt8] = {
        var numbers = RandomTests.Numbers(state: 5)
        return (0..<size / 8).flatMap { _ in
            let number = numbers.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }()

    static let form =
        Array(
            ("--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nfive\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bin\"\r\n\r\n")
                .utf8) + file + Array("\r\n--x--\r\n".utf8)

    static let head = "Host: a\r\nContent-Type: multipart/form-data; boundary=x\r\n"

    /// FNV-1a, so that what arrived can be told in a line.
    static func digest(_ content: Content) -> UInt64 {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        content.forEachPiece { piece in
            for index in piece.indices {
                digest = (digest ^ UInt64(piece[index])) &* 0x100_0000_01b3
            }
        }
        return digest
    }

    static func respond(_ request: Request) -> Response {
        do {
            let form = try MultipartForm(request)
            guard let file = form.file("f") else { return .text("no file") }
            return .text("\(form["note"] ?? "") \(file.content.count) \(digest(file.content))")
        } catch {
            return .text("\(error)", status: error.status)
        }
    }

    /// A folder of its own, with how many files of this process lie in it, named or not.
    struct Folder {
        let path: String

        init(_ name: String) {
            path = "/tmp/http-server-upload-\(getpid())-\(name)"
            unsafe mkdir(path, 0o700)
        }

        /// Waits until there are so many, for ten seconds at most.
        func holds(_ count: Int) -> Bool {
            for _ in 0..<2000 {
                if number == count { return true }
                waitAMoment()
            }
            return false
        }

        /// Those that are open, and those that are mapped.
        private var number: Int {
            let open = (0..<512).count { number in
                var target = [CChar](repeating: 0, count: 512)
                let length = unsafe readlink("/proc/self/fd/\(number)", &target, 511)
                let bytes = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
                return String(decoding: bytes, as: UTF8.self).hasPrefix(path)
            }
            return open + maps.split(separator: "\n").count { $0.contains(path) }
        }

        private var maps: String {
            let maps = FileDescriptor(unsafe open("/proc/self/maps", O_RDONLY | O_CLOEXEC))
            var all: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = unsafe read(maps.number, &piece, piece.count)
                if count <= 0 { return String(decoding: all, as: UTF8.self) }
                all += piece.prefix(count)
            }
        }

        /// Takes the folder away, which works only if it is empty.
        func remove() -> Bool {
            unsafe rmdir(path) == 0
        }
    }

    @Test(arguments: [false, true])
    func `a large file arrives whole`(_ isChunked: Bool) throws {
        let folder = Folder(isChunked ? "chunks" : "length")
        try withServer(
            {
                $0.temporaryFolder = folder.path
                $0.bodyLimit = { method, path in
                    method == .post && path == "/import" ? 6 << 20 : nil
                }
            }, respond: Self.respond
        ) { port, _ in
            let client = try Client(port)
            let framing =
                isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(Self.form.count)"
            client.send("POST /import HTTP/1.1\r\n\(Self.head)\(framing)\r\n\r\n")
            if isChunked {
                for start in stride(from: 0, to: Self.form.count, by: 100_000) {
                    let piece = Self.form[start..<min(start + 100_000, Self.form.count)]
                    client.send(String(piece.count, radix: 16) + "\r\n")
                    client.send(Array(piece) + [13, 10])
                }
                client.send("0\r\n\r\n")
            } else {
                client.send(Self.form)
            }
            let expected = "five \(Self.size) \(Self.digest(Content(Self.file)))"
            #expect(client.answer()?.text == expected)
            #expect(folder.holds(0))
        }
        #expect(folder.remove())
    }

    @Test func `who goes away leaves no file`() throws {
        let folder = Folder("gone")
        try withServer(
            {
                $0.temporaryFolder = folder.path
                $0.limits.body = 1 << 20
            }, respond: Self.respond
        ) { port, _ in
            do {
                let client = try Client(port)
                client.send("POST / HTTP/1.1\r\n\(Self.head)Content-Length: 1000000\r\n\r\n")
                client.send(Array(Self.form.prefix(500_000)))
                #expect(folder.holds(1))
            }
            #expect(folder.holds(0))
        }
        #expect(folder.remove())
    }

    @Test(arguments: [
        ("/", 1000, "Content-Length: 1001\r\n", 413), ("/", 1000, "Content-Length: 1000\r\n", 100),
        ("/import", 1000, "Content-Length: 2000\r\n", 100),
        ("/import", 1000, "Content-Length: 2001\r\n", 413),
        ("/x/../import?y", 1000, "Content-Length: 2000\r\n", 100),
        ("/", 1000, "Transfer-Encoding: chunked\r\n", 100),
    ])
    func `too much is refused before it is sent`(
        _ target: String, _ limit: Int, _ field: String, _ status: Int
    ) throws {
        try withServer({
            $0.limits.body = limit
            $0.bodyLimit = { _, path in path == "/import" ? 2000 : nil }
        }) { port, _ in
            let client = try Client(port)
            client.send(
                "POST \(target) HTTP/1.1\r\n\(Self.head)\(field)Expect: 100-continue\r\n\r\n")
            #expect(client.answer()?.status == status)
            if status == 413 { #expect(client.isClosed) }
        }
    }

    @Test(arguments: [("/", 413), ("/import", 200)])
    func `chunks are counted against the limit of their path`(
        _ target: String, _ status: Int
    ) throws {
        try withServer({
            $0.limits.body = 8
            $0.bodyLimit = { _, path in path == "/import" ? 10 : nil }
        }) { port, _ in
            let client = try Client(port)
            client.send("POST \(target) HTTP/1.1\r\n\(Self.head)Transfer-Encoding: chunked\r\n\r\n")
            client.send("5\r\nhello\r\n5\r\nworld\r\n0\r\n\r\n")
            #expect(client.answer()?.status == status)
        }
    }

    @Test func `content that cannot be kept is an answer and not an end`() throws {
        try withServer(
            {
                $0.temporaryFolder = "/nowhere"
                $0.limits.memoryBody = 10
            }, respond: { .text($0.body.count.description) }
        ) { port, _ in
            let client = try Client(port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world")
            #expect(client.answer()?.status == 500)
            #expect(client.isClosed)
            let second = try Client(port)
            second.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhelloworld")
            #expect(second.answer()?.text == "10")
        }
    }

    @Test func `files of all together have their limit`() throws {
        try withServer({
            $0.limits.memoryBody = 100
            $0.limits.spooledBodies = 1000
        }) { port, _ in
            let client = try Client(port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n")
            client.send([UInt8](repeating: 97, count: 2000))
            #expect(client.answer()?.status == 503)
        }
    }

    @Test func `content in a file does not count as memory`() throws {
        try withServer(
            {
                $0.limits.memoryBody = 100
                $0.limits.bodies = 1000
            }, respond: { .text("\($0.content.count)") }
        ) { port, _ in
            let client = try Client(port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n")
            for _ in 0..<20 { client.send([UInt8](repeating: 97, count: 10_000)) }
            #expect(client.answer()?.text == "200000")
        }
    }
}
