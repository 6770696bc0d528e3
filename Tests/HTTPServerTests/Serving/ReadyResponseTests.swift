import Testing

@testable import HTTPServer

@Suite struct ReadyResponseTests {
    private static let page: Response = {
        let words = (0..<900).map { "<p>\($0) children</p>" }.joined()
        var page = Response.html(Array(words.utf8))
        page.headers.add("ETag", "\"abc\"")
        page.headers.add("Last-Modified", "Sat, 21 Nov 2026 00:00:00 GMT")
        page.headers.add("Cache-Control", "no-cache")
        page.headers.add("X-Frame-Options", "DENY")
        page.route = "/page"
        return page
    }()

    private static let short = Response.text("short")

    /// What a client asks with, and it is answered the same whether that was ready or not.
    @Test(arguments: [
        "", "Accept-Encoding: gzip\r\n", "Accept-Encoding: br, gzip;q=0.5\r\n",
        "Accept-Encoding: gzip;q=0\r\n", "Connection: close\r\n",
        "If-None-Match: \"abc\"\r\n", "If-None-Match: \"abc-gzip\"\r\nAccept-Encoding: gzip\r\n",
        "If-None-Match: \"abc\"\r\nAccept-Encoding: gzip\r\n", "If-None-Match: \"other\"\r\n",
        "If-None-Match: *\r\n", "If-Match: \"other\"\r\n", "If-Match: \"abc\"\r\n",
        "If-Modified-Since: Sat, 21 Nov 2026 00:00:00 GMT\r\n",
        "If-Modified-Since: Fri, 20 Nov 2026 00:00:00 GMT\r\nAccept-Encoding: gzip\r\n",
        "If-Unmodified-Since: Fri, 20 Nov 2026 00:00:00 GMT\r\n",
        "Range: bytes=0-9\r\n", "Range: bytes=0-9\r\nAccept-Encoding: gzip\r\n",
    ])
    func `what is ready is answered as if it were not`(_ fields: String) throws {
        let answers = try Self.answers(to: ["GET", "HEAD"], fields)
        #expect(answers.count == 8)
        for (anew, ready) in zip(answers[..<4], answers[4...]) {
            #expect(anew == ready)
        }
    }

    @Test func `a client of HTTP/1.0 is answered and let go`() throws {
        let answers = try Self.answers(to: ["GET"], "", version: "1.0")
        #expect(answers[0] == answers[2])
        #expect(answers[0].lines.contains("Connection:close"))
    }

    @Test func `content that stays the same is not compressed again`() throws {
        let first = try #require(ReadyResponse(Self.page, takesGzip: true))
        var same = Self.page
        same.headers.set("Last-Modified", "Sun, 22 Nov 2026 00:00:00 GMT")
        same.body = []
        let second = try #require(ReadyResponse(same, takesGzip: true, former: first))
        #expect(second.body == first.body)
        #expect(second.headers["Last-Modified"] == "Sun, 22 Nov 2026 00:00:00 GMT")
        #expect(second.headers["ETag"] == "\"abc-gzip\"")
        var other = Self.page
        other.headers.set("ETag", "\"other\"")
        other.body += Array("<p>more</p>".utf8)
        let third = try #require(ReadyResponse(other, takesGzip: true, former: first))
        #expect(inflated(third.body) == other.body)
    }

    @Test func `what is no page for everybody is not made ready`() {
        var cookie = Self.page
        cookie.headers.add("Set-Cookie", "a=b")
        var parts = Self.page
        parts.headers.add("Accept-Ranges", "bytes")
        var secret = Self.page
        secret.isConfidential = true
        let error = Response.html(Self.page.body, status: .notFound)
        let stream = Response.stream(BodyStream { nil }, contentType: "text/html")
        for response in [cookie, parts, secret, error, stream] {
            #expect(ReadyResponse(response, takesGzip: true) == nil)
        }
    }

    private struct Answer: Equatable {
        let status: Int
        let lines: [String]
        let body: [UInt8]
    }

    /// Two pages, made anew and then ready, by each method.
    private static func answers(
        to methods: [String], _ fields: String, version: String = "1.1"
    ) throws -> [Answer] {
        var answers: [Answer] = []
        let tells: (inout ServerOptions) -> Void = {
            // Without the name of the request, which is another each time.
            $0.errorResponse = { status, _, _ in .text(status.reason, status: status) }
        }
        try withServer(tells, respond: respond) { port, _ in
            for target in ["/anew/page", "/anew/short", "/ready/page", "/ready/short"] {
                for method in methods {
                    let client = try Client(port)
                    client.send("\(method) \(target) HTTP/\(version)\r\nHost: a\r\n\(fields)\r\n")
                    let answer = try #require(client.answer(isHead: method == "HEAD"))
                    answers.append(plain(answer))
                }
            }
        }
        return answers
    }

    @Sendable private static func respond(_ request: Request) -> Response {
        let page = request.path.hasSuffix("page") ? page : short
        guard request.path.hasPrefix("/ready"),
            let ready = ReadyResponse(page, takesGzip: request.takesGzip)
        else { return page }
        return Response(ready)
    }

    /// Without what is another each time, and without the work of the compressor.
    private static func plain(_ answer: Client.Answer) -> Answer {
        let isCompressed = answer["Content-Encoding"] == "gzip"
        let changing = ["Date", "X-Request-Id"] + (isCompressed ? ["Content-Length"] : [])
        let body =
            isCompressed && !answer.body.isEmpty ? inflated(answer.body) ?? [] : answer.body
        return Answer(
            status: answer.status,
            lines: answer.fields.filter { !changing.contains($0.name) }.map {
                $0.name + ":" + $0.value
            }, body: body)
    }
}
