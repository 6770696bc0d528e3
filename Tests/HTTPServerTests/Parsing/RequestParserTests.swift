import Synchronization
import Testing

@testable import HTTPServer

@Suite struct RequestParserTests {
    @Test func `a request is read whole`() throws {
        let text =
            "POST /a/b?x=1&x=2 HTTP/1.1\r\nHost: example.org\r\nX-One:  two \r\n"
            + "Content-Length: 5\r\n\r\nhello"
        let request = try #require(try read(text)?.get())
        #expect(request.method == .post)
        #expect(request.target == "/a/b?x=1&x=2")
        #expect(request.path == "/a/b")
        #expect(request.segments == ["a", "b"])
        #expect(request.query.all("x") == ["1", "2"])
        #expect(request.headers["x-ONE"] == "two")
        #expect(request.body == Array("hello".utf8))
        #expect(request.authority == "example.org")
    }

    @Test func `chunks are put together and their trailers forgotten`() throws {
        let text =
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nX-Sum: 1\r\n\r\n"
        let request = try #require(try read(text)?.get())
        #expect(request.body == Array("hello world".utf8))
        #expect(request.headers["X-Sum"] == nil)
    }

    static let refused: [(String, HTTPStatus)] = [
        // RFC 9112, 3: one space apart, a token, a target, a version.
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", HTTPStatus.badRequest),
        ("GET /\r\n\r\n", .badRequest),
        ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .httpVersionNotSupported),
        ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", .notImplemented),
        ("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", .notImplemented),
        ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", .notImplemented),
        ("get / HTTP/1.1\r\nHost: a\r\n\r\n", .notImplemented),
        // RFC 9112, 2.2: lines end in CR LF.
        ("GET / HTTP/1.1\nHost: a\n\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", .badRequest),
        // RFC 9112, 3.2: exactly one Host that is one.
        ("GET / HTTP/1.1\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a:99999999\r\n\r\n", .badRequest),
        // RFC 9112, 5: no space before the colon, no continued lines, no control characters.
        ("GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: b\u{0}\r\n\r\n", .badRequest),
        // RFC 9112, 6: one length, of digits, and not with a transfer coding.
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n", .badRequest),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
            .badRequest
        ),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n", .badRequest),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
            .contentTooLarge
        ),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n", .contentTooLarge),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            .badRequest
        ),
        ("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", .notImplemented),
        ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", .expectationFailed),
        // RFC 9112, 2.2 and 3: nothing but one empty line before, and no blanks in the line.
        ("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        (" GET / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", .badRequest),
        ("GET / http/1.1\r\nHost: a\r\n\r\n", .badRequest),
        ("GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
        // RFC 9112, 5: names are tokens, and the first line is no continued one.
        ("GET / HTTP/1.1\r\n Host: a\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX\u{0}: b\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: 12345678\u{7f}\r\n\r\n", .badRequest),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: \t1234567\t89\u{1f}\r\n\r\n", .badRequest),
        // RFC 9110, 8.6: a length has digits only.
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1 1\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 01\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\n", .badRequest),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551617\r\n\r\n",
            .contentTooLarge
        ),
        // RFC 9112, 6.1: chunked once, alone and last.
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n", .badRequest
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ,chunked\r\n\r\n", .badRequest),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n", .badRequest),
    ]

    @Test(arguments: refused)
    func `what could be understood in two ways is refused`(_ text: String, _ status: HTTPStatus) {
        guard case .failure(let error) = read(text) else {
            Issue.record("not refused")
            return
        }
        #expect(error.status == status)
    }

    @Test(arguments: refused)
    func `a refusal is the same however the bytes are cut`(_ text: String, _ status: HTTPStatus) {
        let bytes = Array(text.utf8)
        for cut in 1..<bytes.count {
            let reading = Reading([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(reading.error?.status == status, "cut at \(cut)")
        }
    }

    @Test func `the limit of a path is asked for once, and only with content`() throws {
        let asked = Mutex<[String]>([])
        var parser = RequestParser(limits: Limits()) { method, path in
            asked.withLock { $0.append("\(method) \(path)") }
            return 5
        }
        for text in [
            "GET /a HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            "POST /c/./d?e HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        ] {
            let bytes = Array(text.utf8)
            #expect(try parser.parse(bytes.span, from: "test").request != nil)
        }
        #expect(asked.withLock { $0 } == ["post /c/d"])
    }

    @Test(arguments: [
        ("GET /" + String(repeating: "a", count: 200) + " HTTP/1.1\r\n", HTTPStatus.uriTooLong),
        ("GET /" + String(repeating: "a", count: 200), .uriTooLong),
        (
            "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 400),
            .requestHeaderFieldsTooLarge
        ),
        (
            "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 6),
            .requestHeaderFieldsTooLarge
        ),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", .contentTooLarge),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\naaaaaa\r\n6\r\n",
            .contentTooLarge
        ),
    ])
    func `what is too long is refused before it is whole`(_ text: String, _ status: HTTPStatus) {
        var limits = Limits()
        limits.requestLine = 100
        limits.head = 300
        limits.fields = 5
        limits.body = 10
        guard case .failure(let error) = read(text, limits: limits) else {
            Issue.record("not refused")
            return
        }
        #expect(error.status == status)
    }

    @Test(arguments: [
        ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close\r\n", false),
        ("HTTP/1.1", "Connection: x , CLOSE\r\n", false), ("HTTP/1.0", "", false),
        ("HTTP/1.0", "Connection: keep-alive\r\n", true),
        ("HTTP/1.0", "Connection: keep-alive, close\r\n", false),
    ])
    func `a connection goes on by the rules of its version`(
        _ version: String, _ field: String, _ goesOn: Bool
    ) throws {
        let request = try #require(try read("GET / \(version)\r\nHost: a\r\n\(field)\r\n")?.get())
        #expect(request.framing.isPersistent == goesOn)
    }

    @Test func `a line after a head of full length is judged by what it is`() {
        let head = Array("GET / HTTP/1.1\r\nHost: aa\r\n".utf8)
        var limits = Limits()
        // The end of the last line is within the limit, what would follow is not.
        limits.head = head.count - 1
        for (rest, status) in [
            (", b\r\n\r\n", HTTPStatus.badRequest), ("B: c\r\n\r\n", .requestHeaderFieldsTooLarge),
        ] {
            let bytes = head + Array(rest.utf8)
            for cut in 1..<bytes.count {
                let reading = Reading([Array(bytes[..<cut]), Array(bytes[cut...])], limits: limits)
                #expect(reading.error?.status == status, "cut at \(cut)")
            }
        }
    }
}
