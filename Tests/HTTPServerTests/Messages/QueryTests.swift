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

    @Test func `a form is read from the content, a query from the target`() {
        let request = Request(.post, "/x?status=open&status=late", body: Array("name=A+B".utf8))
        #expect(request.query["status"] == "open")
        #expect(request.query.all("status") == ["open", "late"])
        #expect(request.query["other"] == nil)
        #expect(request.form["name"] == "A B")
    }
}
