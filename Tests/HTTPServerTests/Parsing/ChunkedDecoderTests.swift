import Testing

@testable import HTTPServer

/// RFC 9112, 7.1, and how its readers have been deceived.
@Suite struct ChunkedDecoderTests {
    static let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    static let good: [(String, String)] = [
        ("0\r\n\r\n", ""), ("000\r\n\r\n", ""), ("5\r\nhello\r\n0\r\n\r\n", "hello"),
        ("A\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
        ("a\r\n\r\n\r\n\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n\r\n\r\n\r\n"),
        ("00000005\r\nhello\r\n0\r\n\r\n", "hello"), ("5;a\r\nhello\r\n0;b=\"c\"\r\n\r\n", "hello"),
        ("5 ; a = b\r\nhello\r\n0\r\n\r\n", "hello"),
        ("1\r\na\r\n1\r\nb\r\n0\r\nX: y\r\n\r\n", "ab"),
    ]

    @Test(arguments: good)
    func `chunks are put together`(_ chunks: String, _ content: String) throws {
        let request = try #require(try read(Self.head + chunks)?.get())
        #expect(request.content.bytes == Array(content.utf8))
    }

    static let bad: [(String, HTTPStatus)] = [
        // 7.1: a size is hexadecimal digits and nothing before them.
        ("\r\nhello", .badRequest), ("g\r\n", .badRequest), ("-5\r\nhello", .badRequest),
        ("+5\r\nhello", .badRequest), (" 5\r\nhello", .badRequest), ("0x5\r\nhello", .badRequest),
        ("5 \r\nhello", .badRequest), ("5_0\r\n", .badRequest), ("5,5\r\n", .badRequest),
        (";a\r\n", .badRequest), ("10000000000000005\r\n", .badRequest),
        ("ffffffffffffffff\r\n", .badRequest), ("7fffffffffffffff\r\n", .badRequest),
        (String(repeating: "0", count: 33) + "\r\n", .badRequest),
        ("100001\r\n", .contentTooLarge),
        // 2.2: lines end in CR LF.
        ("5\nhello", .badRequest), ("5\r\r\nhello", .badRequest), ("5;a\rb\r\nhello", .badRequest),
        ("5;a\nb\r\nhello", .badRequest), ("5\r\nhello\n0\r\n", .badRequest),
        ("5\r\nhello\r0", .badRequest), ("5\r\nhelloXX", .badRequest), ("5\r\nhello0", .badRequest),
        ("0\r\nX: y\n\r\n", .badRequest), ("0\r\n\n", .badRequest),
        // 7.1.1: extensions are bounded and hold no control characters.
        ("5;a=\u{0}\r\nhello", .badRequest), ("5;a=\u{7f}\r\nhello", .badRequest),
        ("5;" + String(repeating: "a", count: 5000) + "\r\nhello", .badRequest),
        (String(repeating: "1;aaaaaaaa\r\nx\r\n", count: 500), .badRequest),
        // 7.1.2: trailers are bounded fields, and none that says how a message is read.
        ("0\r\nX y\r\n\r\n", .badRequest), ("0\r\nX : y\r\n\r\n", .badRequest),
        ("0\r\nX: y\r\n z\r\n\r\n", .badRequest), ("0\r\nX: \u{0}\r\n\r\n", .badRequest),
        ("0\r\nContent-Length: 5\r\n\r\n", .badRequest),
        ("0\r\nTransfer-Encoding: chunked\r\n\r\n", .badRequest),
        ("0\r\nhost: b\r\n\r\n", .badRequest),
        ("0\r\n" + String(repeating: "X: y\r\n", count: 1000), .requestHeaderFieldsTooLarge),
        ("0\r\nX: " + String(repeating: "y", count: 5000), .badRequest),
    ]

    @Test(arguments: bad)
    func `what is no chunk is refused, however it is cut`(_ chunks: String, _ status: HTTPStatus) {
        let bytes = Array((Self.head + chunks).utf8)
        let whole = Reading([bytes])
        #expect(whole.error?.status == status)
        let step = bytes.count > 1000 ? 97 : 1
        for cut in stride(from: 1, to: bytes.count, by: step) {
            #expect(
                Reading([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: good)
    func `a whole message is the same however it is cut`(_ chunks: String, _ content: String) {
        let bytes = Array((Self.head + chunks + "GET / HTTP/1.1\r\nHost: a\r\n\r\n").utf8)
        var limits = Limits()
        limits.memoryBody = 3
        let whole = Reading([bytes], limits: limits)
        #expect(whole.requests.count == 2)
        for cut in 1..<bytes.count {
            let parted = Reading([Array(bytes[..<cut]), Array(bytes[cut...])], limits: limits)
            #expect(parted == whole, "cut at \(cut)")
        }
    }
}
