import Testing

@testable import HTTPServer

@Suite struct KeptResponseTests {
    @Test func `a kept page is compressed once and sent so`() throws {
        let kept = Response.html([UInt8](repeating: 97, count: 5000)).precompressed()
        #expect(kept.body.count == 5000)
        #expect(kept.headers["ETag"] == EntityTag.of(kept.body))
        #expect(kept.precompressed().headers.all("ETag").count == 1)
        #expect(Response.html([97], status: .notFound).precompressed().headers["ETag"] == nil)
        let gzipped = try #require(kept.gzipped)
        let answer = NegotiationTests.answer(kept, ["Accept-Encoding": "gzip"])
        #expect(answer.body == gzipped)
        #expect(NegotiationTests.answer(kept).body == kept.body)
    }

    @Test(arguments: [
        ("report.csv", "attachment; filename=\"report.csv\""),
        ("a\"b.csv", "attachment; filename=\"a_b.csv\"; filename*=UTF-8''a%22b.csv"),
        ("Ä.csv", "attachment; filename=\"_.csv\"; filename*=UTF-8''%C3%84.csv"),
        ("a\r\nX: y", "attachment; filename=\"a__X: y\"; filename*=UTF-8''a%0D%0AX%3A%20y"),
    ])
    func `a file is offered under its name`(_ name: String, _ field: String) {
        #expect(Response.text("").attached(as: name).headers["Content-Disposition"] == field)
    }
}
