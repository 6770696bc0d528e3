import Testing

@testable import HTTPServer

@Suite struct HeadersTests {
    @Test func `a field is found without regard to case, the first first`() {
        let headers: Headers = ["Set-Cookie": "a=1", "X": "y", "set-cookie": "b=2"]
        #expect(headers["SET-COOKIE"] == "a=1")
        #expect(headers.all("Set-Cookie") == ["a=1", "b=2"])
        #expect(headers["Cookie"] == nil)
        #expect(headers.map(\.name) == ["Set-Cookie", "X", "set-cookie"])
    }

    @Test func `setting a field takes the place of all of its name`() {
        var headers: Headers = ["A": "1", "B": "2", "a": "3"]
        headers.set("A", "4")
        #expect(headers.map(\.value) == ["2", "4"])
    }

    @Test func `fields made once take the place of all of their names`() {
        var headers: Headers = ["A": "1", "B": "2", "a": "3"]
        headers.set(contentsOf: ["C": "4", "a": "5"])
        #expect(headers.map(\.name) == ["B", "C", "a"])
        #expect(headers.map(\.value) == ["2", "4", "5"])
        #expect(String(decoding: headers.bytes, as: UTF8.self) == "B: 2\r\nC: 4\r\na: 5\r\n")
    }

    @Test(arguments: [
        ("Date", true), ("CONNECTION", true), ("keep-alive", true), ("Content-Length", true),
        ("Transfer-Encoding", true), ("Vary", false), ("Cache-Control", false),
    ])
    func `the server's own fields are known when they are added`(
        _ name: String, _ isFraming: Bool
    ) throws {
        var headers = Headers()
        headers.add(try #require(HeaderName(name)), "x")
        #expect(headers.mayHaveFraming == isFraming)
        var others: Headers = ["A": "b"]
        others.set(contentsOf: headers)
        #expect(others.mayHaveFraming == isFraming)
    }

    @Test(arguments: ["a\r\nSet-Cookie: evil=1", "a\nb", "a\rb", "a\u{0}b", "a\u{7f}b"])
    func `no value can end its field`(_ value: String) {
        var headers = Headers()
        headers.add("Location", value)
        var output = Output()
        var exchange = Exchange(id: RequestID(number: 0), peer: "::1", start: 0)
        var writer = ResponseWriter()
        writer.write(Response(.seeOther, headers: headers), for: &exchange, to: &output)
        let lines = String(decoding: output.head, as: UTF8.self).split(separator: "\r\n")
        #expect(lines[3].hasPrefix("Location: a "))
        #expect(!lines.contains { $0.hasPrefix("Set-Cookie") })
    }

    @Test(arguments: ["", "a b", "a:", "a\r\n", "ä", "a(b)"])
    func `a name that is not a token is none`(_ name: String) {
        #expect(HeaderName(name) == nil)
    }

    @Test func `a name of our own that is wrong stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = HeaderName(stringLiteral: "a b") }
    }
}
