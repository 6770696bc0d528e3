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

    @Test(arguments: [
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
    ])
    func `what could be understood in two ways is refused`(_ text: String, _ status: HTTPStatus) {
        guard case .failure(let error) = read(text) else {
            Issue.record("not refused")
            return
        }
        #expect(error.status == status)
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
}
