import Testing

@testable import HTTPServer

@Suite struct QueryTests {
    /// By the URL standard, "application/x-www-form-urlencoded parsing".
    @Test(arguments: [
        ("", []), ("a=1&b=2", ["a", "1", "b", "2"]), ("a", ["a", ""]), ("a=b=c", ["a", "b=c"]),
        ("&&a=1&", ["a", "1"]), ("a+b=c+d", ["a b", "c d"]), ("a%26=%3D", ["a&", "="]),
        ("a=100%", ["a", "100%"]), ("a=%zz", ["a", "%zz"]), ("=x", ["", "x"]),
        ("a=%ff", ["a", "\u{fffd}"]), ("a=%C3%A4", ["a", "ä"]),
    ])
    func `a query is read as browsers write it`(_ text: String, _ flat: [String]) {
        let query = Query(formEncoded: Array(text.utf8))
        #expect(query.pairs.flatMap { [$0.name, $0.value] } == flat)
    }

    static let type = "application/x-www-form-urlencoded"

    static func form(_ body: String, type: String?) -> Request {
        var headers: Headers = [:]
        if let type { headers.add("Content-Type", type) }
        return Request(
            .post, "/x?status=open&status=late", headers: headers, body: Array(body.utf8))
    }

    @Test func `a form is read from the content, a query from the target`() throws {
        let request = Self.form("name=A+B", type: Self.type)
        #expect(request.query["status"] == "open")
        #expect(request.query.all("status") == ["open", "late"])
        #expect(request.query["other"] == nil)
        #expect(try request.form()["name"] == "A B")
    }

    static let types: [(String?, HTTPStatus?)] = [
        (type, nil), ("Application/X-WWW-form-urlencoded ; charset=\"UTF-8\"", nil),
        (nil, .unsupportedMediaType), ("text/plain", .unsupportedMediaType),
        ("application/x-www-form-urlencodedx", .unsupportedMediaType),
        (type + "; charset=iso-8859-1", .unsupportedMediaType),
        (type + "; charset", .badRequest), (type + "; a=1; A=2", .badRequest),
    ]

    @Test(arguments: types)
    func `content of another type is no form`(_ type: String?, _ status: HTTPStatus?) {
        #expect(Self.status { try Self.form("a=1", type: type).form() } == status)
    }

    @Test func `a compressed form is not taken`() {
        var request = Self.form("a=1", type: Self.type)
        request.headers.add("Content-Encoding", "gzip")
        #expect(Self.status { try request.form() } == .unsupportedMediaType)
        request.headers.set("Content-Encoding", "identity")
        #expect(Self.status { try request.form() } == nil)
    }

    @Test func `no content and no type is a form without fields`() throws {
        #expect(try Request(.post, "/").form().pairs.isEmpty)
    }

    @Test(arguments: [(3, HTTPStatus?.none), (4, .contentTooLarge)])
    func `more pairs than anyone fills in are refused`(_ count: Int, _ status: HTTPStatus?) {
        var limits = FormLimits()
        limits.pairs = 3
        let body = [String](repeating: "a=1", count: count).joined(separator: "&&")
        #expect(Self.status { try Self.form(body, type: Self.type).form(limits) } == status)
    }

    /// The status of the error that reading a form ends with.
    static func status(_ read: () throws -> Query) -> HTTPStatus? {
        do {
            _ = try read()
            return nil
        } catch {
            return (error as? FormError)?.status
        }
    }
}
