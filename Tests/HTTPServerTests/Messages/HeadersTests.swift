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

    @Test(arguments: ["a\r\nSet-Cookie: evil=1", "a\nb", "a\rb", "a\u{0}b", "a\u{7f}b"])
    func `no value can end its field`(_ value: String) {
        var headers = Headers()
        headers.add("Location", value)
        var output = Output()
        var exchange = Exchange()
        var writer = ResponseWriter()
        writer.write(Response(.seeOther, headers: headers), for: &exchange, to: &output)
        let lines = String(decoding: output.head, as: UTF8.self).split(separator: "\r\n")
        #expect(lines[1].hasPrefix("Location: a "))
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
