import Testing

@testable import HTTPServer

/// What a stranger who is slow, greedy or wrong gets.
@Suite struct LimitsTests {
    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost:", 408), ("G", 408), ("", nil),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc", 408),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc", 408),
    ])
    func `who does not finish is not waited for`(_ text: String, _ status: Int?) throws {
        try withServer({
            $0.limits.headTime = 60
            $0.limits.bodyGrace = 60
        }) { port, _ in
            let client = try Client(port)
            client.send(text)
            #expect(client.answer()?.status == status)
            #expect(client.isClosed)
        }
    }

    @Test func `an idle connection is closed without a word`() throws {
        try withServer({ $0.limits.idleTime = 60 }) { port, _ in
            let client = try Client(port)
            #expect(client.get("/")?.status == 200)
            #expect(client.isClosed)
        }
    }

    @Test func `who sends too much still reads why`() throws {
        try withServer({ $0.limits.body = 1000 }) { port, _ in
            let client = try Client(port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n")
            client.send([UInt8](repeating: 97, count: 3_000_000))
            #expect(client.answer()?.status == 413)
            #expect(client.isClosed)
        }
    }

    @Test func `who takes nothing is cut off`() throws {
        let large = Response(body: [UInt8](repeating: 97, count: 64 << 20))
        try withServer({ $0.limits.writeStall = 60 }, respond: { _ in large }) { port, server in
            let client = try Client(port)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            // Stopping waits for what is under way: it returns because the client is cut off.
            server.stop()
        }
    }

    @Test func `a request that is cut off is refused`() throws {
        try withServer { port, _ in
            let client = try Client(port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc")
            client.finishSending()
            #expect(client.answer()?.status == 400)
            #expect(client.isClosed)
        }
    }

    @Test func `one connection too many is told to come again`() throws {
        try withServer({ $0.limits.connections = 1 }) { port, _ in
            let first = try Client(port)
            #expect(first.get("/")?.status == 200)
            let second = try #require(try Client(port).get("/"))
            #expect(second.status == 503)
            #expect(second["Retry-After"] != nil)
            #expect(first.get("/")?.status == 200)
        }
    }

    @Test func `one address does not take all places`() {
        var limits = Limits()
        limits.connectionsPerAddress = 2
        let admission = Admission(limits)
        #expect((1...4).map { _ in admission.enter("192.0.2.1") } == [true, true, false, false])
        #expect(admission.enter("192.0.2.2"))
        admission.leave("192.0.2.1")
        #expect(admission.enter("192.0.2.1"))
        #expect((1...4).allSatisfy { _ in admission.enter("127.0.0.1") })
    }

    @Test func `a connection ends after so many requests`() throws {
        try withServer({ $0.limits.requestsPerConnection = 2 }) { port, _ in
            let client = try Client(port)
            #expect(client.get("/")?["Connection"] == nil)
            #expect(client.get("/")?["Connection"] == "close")
            #expect(client.isClosed)
        }
    }

    @Test func `content of all together has its limit`() throws {
        try withServer({ $0.limits.bodies = 1000 }) { port, _ in
            let client = try Client(port)
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n")
            client.send([UInt8](repeating: 97, count: 2000))
            #expect(client.answer()?.status == 503)
        }
    }

    @Test(arguments: [("Accept: text/html\r\n", "page"), ("", "text")])
    func `refusals look as the program wants`(_ field: String, _ expected: String) throws {
        try withServer({
            $0.errorResponse = { _, wantsHTML, _ in .text(wantsHTML ? "page" : "text") }
        }) { port, _ in
            let client = try Client(port)
            client.send("GET / HTTP/1.1\r\n\(field)Host: a b\r\n\r\n")
            let answer = try #require(client.answer())
            #expect(answer.status == 400)
            #expect(answer.text == expected)
        }
    }
}
