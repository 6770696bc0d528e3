import Synchronization
import Testing

@testable import HTTPServer

@Suite struct ConnectionTests {
    @Test func `a connection serves one request after the other`() throws {
        try withServer { port, _ in
            let client = try Client(port)
            #expect(client.get("/one")?.text == "/one")
            let second = try #require(client.get("/two", "Connection: close\r\n"))
            #expect(second.text == "/two")
            #expect(second["Connection"] == "close")
            #expect(second["Date"].flatMap(HTTPDate.init) != nil)
            #expect(client.isClosed)
        }
    }

    @Test func `requests sent ahead are answered in their order`() throws {
        try withServer { port, _ in
            let client = try Client(port)
            let requests = (1...50).map { number in
                number % 5 == 0
                    ? "POST /\(number) HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx"
                    : "GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n"
            }
            client.send(requests.joined())
            client.finishSending()
            for number in 1...50 { #expect(client.answer()?.text == "/\(number)") }
            #expect(client.isClosed)
        }
    }

    @Test func `HTTP 1,0 is answered and closed unless it asks otherwise`() throws {
        try withServer { port, _ in
            let client = try Client(port)
            client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(client.answer()?["Connection"] == "keep-alive")
            client.send("GET /b HTTP/1.0\r\n\r\n")
            #expect(client.answer()?["Connection"] == "close")
            #expect(client.isClosed)
        }
    }

    @Test func `HEAD has the fields of GET and no content`() throws {
        let page = Response.html([UInt8](repeating: 97, count: 50_000))
        try withServer(respond: { _ in page }) { port, _ in
            let client = try Client(port)
            for fields in ["", "Accept-Encoding: gzip\r\n"] {
                let get = try #require(client.get("/", fields))
                client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
                let head = try #require(client.answer(isHead: true))
                #expect(get.fields.map(\.name) == head.fields.map(\.name))
                #expect(get["Content-Length"] == head["Content-Length"])
                #expect(get["Content-Length"] == "\(get.body.count)")
            }
            #expect(client.get("/")?.body == page.body)
        }
    }

    @Test func `a client that waits for it is told to go on`() throws {
        try withServer(respond: { .text("\($0.body.count)") }) { port, _ in
            let client = try Client(port)
            client.send(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
            #expect(client.answer()?.status == 100)
            client.send("abc")
            #expect(client.answer()?.text == "3")
            #expect(client.get("/")?.text == "0")
        }
    }

    @Test func `OPTIONS is answered with what is allowed`() throws {
        try withServer(respond: { _ in .methodNotAllowed([.get, .head]) }) { port, _ in
            let client = try Client(port)
            client.send("OPTIONS /x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.answer()?["Allow"] == "GET, HEAD")
            client.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.answer()?.status == 204)
            client.send("PUT /x HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.answer()?.status == 405)
        }
    }

    @Test func `a handler's own framing fields are not sent`() throws {
        let odd = Response(
            headers: ["Content-Length": "7", "Transfer-Encoding": "chunked", "Date": "x"],
            body: [97])
        try withServer(respond: { _ in odd }) { port, _ in
            let answer = try #require(try Client(port).get("/"))
            #expect(answer.fields.map(\.name) == ["Date", "X-Request-Id", "Content-Length"])
            #expect(answer.text == "a")
        }
    }

    @Test func `a client that asks much does not keep another waiting`() throws {
        let seen = Mutex<[String]>([])
        try withServer(respond: { request in
            seen.withLock { $0.append(request.target) }
            return .text("x")
        }) { port, _ in
            let greedy = try Client(port)
            let modest = try Client(port)
            greedy.send(String(repeating: "GET /greedy HTTP/1.1\r\nHost: a\r\n\r\n", count: 3000))
            #expect(greedy.answer() != nil)
            #expect(modest.get("/modest") != nil)
            for _ in 1..<3000 { _ = greedy.answer() }
            let place = seen.withLock { $0.firstIndex(of: "/modest") }
            #expect(try #require(place) < 2999)
        }
    }
}
