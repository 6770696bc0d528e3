import Testing

@testable import HTTPServer

@Suite struct RequestIDTests {
    @Test func `ids are sixteen hexadecimal digits and none comes twice`() {
        var ids = RequestIDs()
        var others = RequestIDs()
        let texts = (0..<5000).flatMap { _ in [ids.next(), others.next()] }.map(\.description)
        #expect(texts.allSatisfy { $0.utf8.count == 16 && $0.utf8.allSatisfy(\.isLowerHex) })
        #expect(Set(texts).count == 10_000)
    }

    @Test func `a small number has its zeros`() {
        #expect(RequestID(number: 0xab).description == "00000000000000ab")
    }

    @Test(arguments: [
        ("a", true), ("Az09._-", true), (String(repeating: "x", count: 64), true), ("", false),
        (String(repeating: "x", count: 65), false), ("a b", false), ("a\"b", false),
        ("a\u{e9}", false), ("a/b", false), ("<b>", false), ("a:b", false), ("a\n", false),
    ])
    func `a proxy's name is taken if it is nothing but a name`(_ text: String, _ isTaken: Bool) {
        #expect(RequestID(text)?.description == (isTaken ? text : nil))
    }

    @Test func `the answer says what the handler was told, also by way of a worker`() throws {
        try withServer(respond: { .text($0.id.description) }) { port, _ in
            let client = try Client(port)
            let first = try #require(client.get("/"))
            let second = try #require(client.get("/", "X-Request-Id: mine\r\n"))
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            let third = try #require(client.answer())
            for answer in [first, second, third] {
                #expect(answer["X-Request-Id"] == answer.text)
                #expect(answer.text.utf8.count == 16)
            }
            #expect(Set([first.text, second.text, third.text]).count == 3)
        }
    }

    @Test func `a trusted proxy's name is kept and a bad one is not`() throws {
        try withServer(
            { $0.trustedProxies = ["127.0.0.1"] }, respond: { .text($0.id.description) }
        ) { port, _ in
            let client = try Client(port)
            let fields = "X-Forwarded-For: 192.0.2.7\r\n"
            #expect(client.get("/", fields + "X-Request-Id: edge-1.7\r\n")?.text == "edge-1.7")
            #expect(client.get("/", "X-Request-Id: a b\r\n")?.text.utf8.count == 16)
        }
    }

    @Test func `a handler's own field does not stand beside the server's`() throws {
        let odd = Response(headers: ["X-Request-ID": "mine"])
        try withServer(respond: { _ in odd }) { port, _ in
            let answer = try #require(try Client(port).get("/"))
            #expect(answer.fields.count { $0.name.lowercased() == "x-request-id" } == 1)
            #expect(answer["X-Request-Id"] != "mine")
        }
    }

    @Test func `a refusal tells the id that its answer has`() throws {
        try withServer({
            $0.errorResponse = { status, _, id in .text("\(id)", status: status) }
        }) { port, _ in
            let client = try Client(port)
            client.send("NONSENSE\r\n\r\n")
            let answer = try #require(client.answer())
            #expect(answer.text == answer["X-Request-Id"])
        }
    }
}

extension UInt8 {
    fileprivate var isLowerHex: Bool { isDigit || (97...102).contains(self) }
}
