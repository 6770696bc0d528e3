import Testing

@testable import HTTPServer

@Suite struct RangeRequestTests {
    /// RFC 9110, 14.1.2, of ten bytes.
    @Test(arguments: [
        ("bytes=0-0", RangeRequest.part(0..<1)), ("bytes=2-5", .part(2..<6)),
        ("bytes=2-", .part(2..<10)), ("bytes=0-9", .part(0..<10)), ("bytes=9-99", .part(9..<10)),
        ("bytes=-3", .part(7..<10)), ("bytes=-99", .part(0..<10)), ("BYTES=1-1", .part(1..<2)),
        ("bytes=1-9223372036854775807", .part(1..<10)),
        ("bytes=1-99999999999999999999999999", .part(1..<10)),
        ("bytes=10-", .unsatisfiable), ("bytes=10-11", .unsatisfiable),
        ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999999-", .unsatisfiable),
        ("bytes=5-2", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes", .whole),
        ("bytes=a-b", .whole), ("bytes=1", .whole), ("bytes=1-2-3", .whole),
        ("bytes=+1-2", .whole), ("bytes=1 -2", .whole), ("bytes=0x1-2", .whole),
        ("items=0-1", .whole), ("bytes=0-1,3-4", .whole), ("bytes=0-0,-1", .whole), ("", .whole),
    ])
    func `a range is read`(_ field: String, _ range: RangeRequest) {
        #expect(RangeRequest(field, of: 10) == range)
    }

    /// Of nothing there is no part.
    @Test(arguments: [
        ("bytes=0-", RangeRequest.unsatisfiable), ("bytes=0-0", .unsatisfiable),
        ("bytes=-1", .whole), ("bytes=-0", .unsatisfiable),
    ])
    func `nothing has no part`(_ field: String, _ range: RangeRequest) {
        #expect(RangeRequest(field, of: 0) == range)
    }

    static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    static let file = Response(
        headers: [
            "ETag": "\"a\"", "Last-Modified": date, "Accept-Ranges": "bytes",
            "Content-Type": "text/plain",
        ], body: [UInt8](repeating: 97, count: 2000))

    @Test func `a part says which it is and is not compressed`() {
        let answer = NegotiationTests.answer(
            Self.file, ["Range": "bytes=100-299", "Accept-Encoding": "gzip"])
        #expect(answer.status == .partialContent)
        #expect(answer.part == 100..<300)
        #expect(answer.headers["Content-Range"] == "bytes 100-299/2000")
        #expect(answer.headers["Content-Encoding"] == nil)
        #expect(answer.headers["ETag"] == "\"a\"")
        #expect(answer.headers["Vary"] == "Accept-Encoding")
    }

    @Test func `a part that is not there is told of`() {
        let answer = NegotiationTests.answer(Self.file, ["Range": "bytes=2000-"])
        #expect(answer.status == .rangeNotSatisfiable)
        #expect(answer.headers["Content-Range"] == "bytes */2000")
        #expect(answer.body.isEmpty)
    }

    /// RFC 9110, 13.1.5 and 13.2.2: the status for a part, under these conditions.
    @Test(
        arguments: [
            (["If-Range": "\"a\""], 206), (["If-Range": "\"b\""], 200),
            (["If-Range": "W/\"a\""], 200),
            (["If-Range": "\"a-gzip\""], 200), (["If-Range": "*"], 200), (["If-Range": date], 206),
            (["If-Range": "Sun, 06 Nov 1994 08:49:38 GMT"], 200),
            (["If-Range": "Sun, 06 Nov 1994 08:49:36 GMT"], 200),
            (["If-Range": "Sunday, 06-Nov-94 08:49:37 GMT"], 206),
            (["If-Range": "\"a\"", "if-range": "\"a\""], 200), (["If-Range": ""], 200),
            (["If-None-Match": "\"a\""], 304), (["If-None-Match": "\"b\""], 206),
            (["If-Modified-Since": date], 304), (["If-Match": "\"b\""], 412),
            (["If-Match": "\"a\""], 206), (["Range": "bytes=5-6"], 200),
        ] as [(Headers, Int)])
    func `a part is of the state that is meant`(_ fields: Headers, _ status: Int) {
        var all = fields
        all.add("Range", "bytes=0-4")
        #expect(NegotiationTests.answer(Self.file, all).status.rawValue == status)
    }

    @Test func `only GET, and only what allows it, is sent in part`() {
        var other = Self.file
        other.headers.remove("Accept-Ranges")
        #expect(NegotiationTests.answer(other, ["Range": "bytes=0-4"]).status == .ok)
        var head = Self.file
        Negotiation.apply(
            Request(.head, "/", headers: ["Range": "bytes=0-4"]), to: &head,
            compressesFrom: 1000, Gzip(level: 1))
        #expect(head.status == .ok)
    }
}
