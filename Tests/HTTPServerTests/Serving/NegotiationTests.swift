import Testing

@testable import HTTPServer

@Suite struct NegotiationTests {
    static func answer(_ response: Response, _ fields: Headers = [:]) -> Response {
        var response = response
        Negotiation.apply(
            Request(.get, "/", headers: fields), to: &response, compressesFrom: 1000,
            Gzip(level: 1))
        return response
    }

    static let page = Response.html([UInt8](repeating: 97, count: 2000))

    /// RFC 9110, 12.5.3.
    @Test(arguments: [
        ("gzip", true), ("GZIP;q=0.5", true), ("gzip;q=0", false), ("gzip; q=0.000", false),
        ("br, gzip;q=0.1", true), ("*", true), ("*;q=0", false), ("gzip;q=0, *", false),
        ("identity", false), ("br", false), ("", false),
    ])
    func `gzip is used when it is welcome`(_ field: String, _ isUsed: Bool) {
        let answer = Self.answer(Self.page, ["Accept-Encoding": field])
        #expect((answer.headers["Content-Encoding"] == "gzip") == isUsed)
        #expect((answer.body.count < 100) == isUsed)
        #expect(answer.headers["Vary"] == "Accept-Encoding")
    }

    @Test func `what is short, no text, encoded already or said to be left is left`() {
        var encoded = Self.page
        encoded.headers.add("Content-Encoding", "br")
        var left = Self.page
        left.isCompressible = false
        let picture = Response(headers: ["Content-Type": "image/png"], body: Self.page.body)
        for response in [encoded, left, picture, .text("short")] {
            let answer = Self.answer(response, ["Accept-Encoding": "gzip"])
            #expect(answer.body == response.body)
            #expect(answer.headers["Vary"] == nil)
        }
    }

    @Test(arguments: [
        ("Cookie", "Cookie, Accept-Encoding"), ("accept-encoding", "accept-encoding"), ("*", "*"),
    ])
    func `Vary is added to and not doubled`(_ vary: String, _ expected: String) {
        var page = Self.page
        page.headers.add("Vary", vary)
        #expect(Self.answer(page).headers["Vary"] == expected)
    }

    /// RFC 9110, 13.1.2; the compressed form has a tag of its own, and both are known.
    @Test(arguments: [
        ("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("*", true),
        ("\"a-gzip\"", true), ("\"b\"", false), ("a", false), ("\"a", false),
    ])
    func `who has the newest state is told so`(_ list: String, _ isKnown: Bool) {
        var page = Self.page
        page.headers.add("ETag", "\"a\"")
        page.headers.add("Cache-Control", "no-cache")
        let answer = Self.answer(page, ["If-None-Match": list])
        #expect((answer.status == .notModified) == isKnown)
        #expect(answer.headers["ETag"] == "\"a\"")
        #expect(answer.headers["Cache-Control"] == "no-cache")
        #expect(answer.headers["Vary"] == "Accept-Encoding")
        if isKnown { #expect(answer.body.isEmpty) }
    }

    @Test func `other bytes have another strong tag`() {
        var page = Self.page
        page.headers.add("ETag", "\"a\"")
        let answer = Self.answer(page, ["Accept-Encoding": "gzip"])
        #expect(answer.headers["ETag"] == "\"a-gzip\"")
    }

    @Test func `a date counts only when there is no tag`() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        var page = Self.page
        page.headers.add("Last-Modified", date)
        #expect(Self.answer(page, ["If-Modified-Since": date]).status == .notModified)
        let both = Self.answer(page, ["If-Modified-Since": date, "If-None-Match": "\"x\""])
        #expect(both.status == .ok)
        #expect(Self.answer(page, ["If-Modified-Since": "garbage"]).status == .ok)
    }
}
