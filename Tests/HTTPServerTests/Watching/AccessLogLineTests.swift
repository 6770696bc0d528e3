import Testing

@testable import HTTPServer

@Suite struct AccessLogLineTests {
    @Test func `a line says who asked what and what came of it`() {
        var exchange = Exchange(id: RequestID(number: 255), peer: "192.0.2.7", start: 0)
        exchange.method = .get
        exchange.target = "/measures?page=2"
        exchange.isConfidential = false
        exchange.status = .notFound
        exchange.bytes = 1234
        #expect(
            Self.line(exchange)
                == "time=2026-11-21T07:04:05.009Z client=192.0.2.7 method=GET "
                + "target=\"/measures?page=2\" status=404 bytes=1234 us=57 id=00000000000000ff\n")
    }

    @Test(arguments: [
        ("/a\"b", "/a\\\"b"), ("/a\\", "/a\\\\"), ("/a\nstatus=200", "/a\\u000astatus=200"),
        ("/\u{1b}[31m", "/\\u001b[31m"), ("/\u{7f}", "/\\u007f"), ("/\u{e9}", "/\u{e9}"),
    ])
    func `what a client chose stays in its quotation marks`(_ target: String, _ shown: String) {
        var exchange = Exchange(id: RequestID(number: 0), peer: "::1", start: 0)
        exchange.target = target
        let line = Self.line(exchange)
        #expect(line.contains(" target=\"\(shown)\" "))
        #expect(line.utf8.count { $0 == .lineFeed } == 1)
    }

    @Test(arguments: [
        ("/link/c2VjcmV0", "/link…"), ("/link?c2VjcmV0", "/link…"), ("/link/?a", "/link…"),
        ("//c2VjcmV0", "/…"), ("/", "/"), ("/link", "/link"), ("*", "*"), ("-", "-"), ("", ""),
    ])
    func `of what nothing has answered only the first part is shown`(
        _ target: String, _ shown: String
    ) {
        var exchange = Exchange(id: RequestID(number: 0), peer: "::1", start: 0)
        exchange.target = target
        #expect(Self.line(exchange).contains(" target=\"\(shown)\" "))
        exchange.route = "/link/:token"
        #expect(Self.line(exchange).contains(" target=\"/link/:token\" "))
    }

    @Test func `a refusal has its reason, and what was not answered has no status`() {
        var exchange = Exchange(id: RequestID(number: 0), peer: "::1", start: 0)
        exchange.reason = "the client has gone"
        exchange.isAnswered = false
        #expect(Self.line(exchange).contains(" method=- target=\"-\" status=- "))
        #expect(Self.line(exchange).hasSuffix(" reason=\"the client has gone\"\n"))
    }

    // From `date -u -d @… +%FT%TZ`.
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400_007, "2000-02-29T00:00:00.007Z"),
        (1_798_761_599_999, "2026-12-31T23:59:59.999Z"),
        (1_798_761_600_010, "2027-01-01T00:00:00.010Z"),
    ])
    func `a moment is written in UTC with milliseconds`(_ milliseconds: Int, _ text: String) {
        var time = LogTime()
        time.advance(to: milliseconds)
        var bytes: [UInt8] = []
        time.append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    private static func line(_ exchange: Exchange) -> String {
        var time = LogTime()
        time.advance(to: 1_795_244_645_009)
        var bytes: [UInt8] = []
        AccessLogLine(exchange: exchange, microseconds: 57).append(to: &bytes, at: time)
        return String(decoding: bytes, as: UTF8.self)
    }
}
