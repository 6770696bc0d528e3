import Testing

@testable import HTTPServer

@Suite struct ConditionalTests {
    static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    static let later = "Sun, 06 Nov 1994 08:49:38 GMT"
    static let earlier = "Sun, 06 Nov 1994 08:49:36 GMT"
    /// A day on which nobody runs this.
    static let future = "Fri, 31 Dec 9999 23:59:59 GMT"

    /// RFC 9110, 13.2.2, of a thing with the tag "a" and the date above: for GET, then PUT.
    @Test(
        arguments: [
            ([:], nil, nil),
            (["If-Match": "\"a\""], nil, nil), (["If-Match": "*"], nil, nil),
            (["If-Match": "\"b\""], 412, 412), (["If-Match": "W/\"a\""], 412, 412),
            (["If-Match": "\"a-gzip\""], nil, nil),
            (["If-Match": "\"b\"", "if-match": "\"a\""], nil, nil),
            (["If-Unmodified-Since": date], nil, nil), (["If-Unmodified-Since": later], nil, nil),
            (["If-Unmodified-Since": earlier], 412, 412), (["If-Unmodified-Since": "x"], nil, nil),
            (["If-Match": "\"a\"", "If-Unmodified-Since": earlier], nil, nil),
            (["If-None-Match": "\"a\""], 304, 412), (["If-None-Match": "*"], 304, 412),
            (["If-None-Match": "\"b\""], nil, nil),
            (["If-None-Match": "\"b\"", "if-none-match": "W/\"a\""], 304, 412),
            (["If-Modified-Since": date], 304, nil), (["If-Modified-Since": later], 304, nil),
            (["If-Modified-Since": earlier], nil, nil), (["If-Modified-Since": future], nil, nil),
            (["If-Modified-Since": "x"], nil, nil),
            (["If-Modified-Since": date, "if-modified-since": date], nil, nil),
            (["If-None-Match": "\"b\"", "If-Modified-Since": date], nil, nil),
            (["If-Match": "\"b\"", "If-None-Match": "\"a\""], 412, 412),
            (["If-Match": "\"a\"", "If-None-Match": "\"a\""], 304, 412),
            (["If-Unmodified-Since": earlier, "If-Modified-Since": date], 412, 412),
        ] as [(Headers, Int?, Int?)])
    func `conditions are looked at in order`(_ fields: Headers, _ read: Int?, _ change: Int?) {
        let modified = HTTPDate(Self.date)
        for (method, status) in [(Method.get, read), (.head, read), (.put, change)] {
            let request = Request(method, "/", headers: fields)
            let failed = request.failedCondition(tag: "\"a\"", modified: modified)
            #expect(failed?.rawValue == status, "\(method)")
        }
        var response = Response(headers: ["ETag": "\"a\"", "Last-Modified": Self.date])
        Conditional.settle(Request(.get, "/", headers: fields), &response)
        #expect(response.status.rawValue == read ?? 200)
    }

    /// RFC 9110, 13.1.1 and 13.1.2.
    @Test func `what is not there matches nothing`() {
        for (field, status) in [
            ("If-Match", HTTPStatus.preconditionFailed), ("If-None-Match", nil),
        ] {
            for value in ["*", "\"a\""] {
                var headers = Headers()
                if let name = HeaderName(field) { headers.add(name, value) }
                let failed = Request(.put, "/", headers: headers)
                    .failedCondition(tag: nil, modified: nil, exists: false)
                #expect(failed == status)
            }
        }
    }

    @Test(arguments: [("\"a\"", "\"a\""), ("\"a-gzip\"", "\"a-gzip\""), ("*", "\"a\"")])
    func `a 304 bears the tag of the form the client has`(_ list: String, _ tag: String) {
        var response = Response(
            headers: [
                "Content-Type": "text/plain", "ETag": "\"a\"", "X": "y", "set-cookie": "a=b",
                "vary": "Cookie",
            ], body: [97])
        Conditional.settle(Request(.get, "/", headers: ["If-None-Match": list]), &response)
        #expect(response.headers["ETag"] == tag)
        #expect(response.headers.map(\.name).sorted() == ["ETag", "Set-Cookie", "Vary"])
        #expect(response.body.isEmpty)
    }

    @Test func `what failed stays failed`() {
        var response = Response(.notFound, headers: ["ETag": "\"a\""])
        Conditional.settle(Request(.get, "/", headers: ["If-None-Match": "\"a\""]), &response)
        #expect(response.status == .notFound)
    }
}
