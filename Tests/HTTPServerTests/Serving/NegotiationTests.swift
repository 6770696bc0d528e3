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

    @Test(arguments: [("gzip", true), ("br", false), ("gzip;q=0, identity;q=0", false)])
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
        #expect(answer.headers["ETag"] == (list == "\"a-gzip\"" ? list : "\"a\""))
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

    @Test func `content without a tag gets that of its bytes`() throws {
        let tag = EntityTag.of(Self.page.body)
        #expect(Self.answer(Self.page).headers["ETag"] == tag)
        let compressed = Self.answer(Self.page, ["Accept-Encoding": "gzip"])
        let sent = try #require(compressed.headers["ETag"])
        #expect(sent == EntityTag.ofCompressed(tag))
        for known in [tag, sent] {
            let again = Self.answer(
                Self.page, ["Accept-Encoding": "gzip", "If-None-Match": known])
            #expect(again.status == .notModified)
            #expect(again.body.isEmpty)
            #expect(again.headers["ETag"] == known)
            #expect(again.headers["Vary"] == "Accept-Encoding")
            #expect(again.headers["Content-Encoding"] == nil)
        }
    }

    @Test(
        arguments: [
            (["Cache-Control": "no-store"], 200, nil),
            (["Cache-Control": "private, No-Store"], 200, nil),
            (["Cache-Control": "no-cache", "cache-control": "no-store"], 200, nil),
            (["Set-Cookie": "a=b"], 200, nil), (["ETag": "W/\"own\""], 200, "W/\"own\""),
            ([:], 404, nil), ([:], 201, nil), (["Cache-Control": "no-cache"], 200, ""),
        ] as [(Headers, Int, String?)])
    func `some content has no tag, or its own`(
        _ fields: Headers, _ status: Int, _ tag: String?
    ) throws {
        let status = try #require(HTTPStatus(rawValue: status))
        let body = [UInt8](repeating: 97, count: 300)
        let answer = Self.answer(Response(status, headers: fields, body: body))
        #expect(answer.headers["ETag"] == (tag == "" ? EntityTag.of(body) : tag))
    }

    @Test func `what is short, comes piece by piece or answers a change has no tag`() {
        #expect(Self.answer(.text("ok")).headers["ETag"] == nil)
        let stream = Response.stream(BodyStream { nil }, contentType: "text/plain")
        #expect(Self.answer(stream).headers["ETag"] == nil)
        var changed = Self.page
        Negotiation.apply(
            Request(.post, "/"), to: &changed, compressesFrom: 1000, Gzip(level: 1))
        #expect(changed.headers["ETag"] == nil)
    }

    @Test func `text that comes piece by piece is compressed on its way`() {
        let stream = BodyStream { nil }
        let text = Response.stream(stream, contentType: "text/csv")
        let accepted = Self.answer(text, ["Accept-Encoding": "gzip"])
        #expect(accepted.compressesStream)
        #expect(accepted.headers["Content-Encoding"] == "gzip")
        #expect(accepted.headers["Vary"] == "Accept-Encoding")
        let refused = Self.answer(text)
        #expect(!refused.compressesStream)
        #expect(refused.headers["Vary"] == "Accept-Encoding")
        let picture = Self.answer(
            .stream(stream, contentType: "image/png"), ["Accept-Encoding": "gzip"])
        #expect(!picture.compressesStream)
        #expect(picture.headers["Vary"] == nil)
    }
}
