import Testing

@testable import HTTPServer

/// Addresses that hold a secret, which the access log must not have.
@Suite struct ConfidentialTargetTests {
    private let file = LogPath()

    private static let secret = "/link/c2VjcmV0?next=c2VjcmV0"

    /// Answers as a responder does that knows its routes.
    private static func respond(_ request: Request) -> Response {
        var response = Response.text("done", status: request.path.contains("!") ? .notFound : .ok)
        response.route = "/link/:token"
        response.isConfidential = request.path.hasPrefix("/link/")
        return response
    }

    private func line() throws -> String {
        let lines = file.lines()
        try #require(lines.count == 1)
        return lines[0]
    }

    @Test(arguments: ["GET", "HEAD", "POST", "DELETE"])
    func `the log has the pattern of the route in the place of a secret`(_ method: String) throws {
        try withServer({ $0.accessLog = .file(file.path) }, respond: Self.respond) { port, _ in
            let client = try Client(port)
            client.send("\(method) \(Self.secret) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            #expect(client.answer(isHead: method == "HEAD")?.status == 200)
        }
        #expect(try line().contains(" method=\(method) target=\"/link/:token\" status=200 "))
        #expect(try !line().contains("c2VjcmV0"))
    }

    @Test func `an error is told without the secret, too`() throws {
        try withServer({ $0.accessLog = .file(file.path) }, respond: Self.respond) { port, _ in
            let answer = try Client(port).get("/link/c2VjcmV0!")
            #expect(answer?.status == 404)
        }
        #expect(try line().contains(" target=\"/link/:token\" status=404 "))
    }

    @Test func `an address without a secret is in the log as it was sent`() throws {
        try withServer({ $0.accessLog = .file(file.path) }, respond: Self.respond) { port, _ in
            let answer = try Client(port).get("/help?a=b")
            #expect(answer?.status == 200)
        }
        #expect(try line().contains(" target=\"/help?a=b\" status=200 "))
    }

    @Test func `what is confidential and has no route is cut off`() throws {
        try withServer(
            { $0.accessLog = .file(file.path) },
            respond: { _ in
                var response = Response.text("done")
                response.isConfidential = true
                return response
            }
        ) { port, _ in
            let answer = try Client(port).get(Self.secret)
            #expect(answer?.status == 200)
        }
        #expect(try line().contains(" target=\"/link…\" status=200 "))
    }

    @Test func `a request for another host is refused without its secret`() throws {
        try withServer({
            $0.accessLog = .file(file.path)
            $0.hosts = ["b"]
        }) { port, _ in
            let answer = try Client(port).get(Self.secret)
            #expect(answer?.status == 421)
        }
        #expect(try line().contains(" target=\"/link…\" status=421 "))
    }

    @Test func `a request that finds the queue full is refused without its secret`() throws {
        let gate = try ServerTests.Gate()
        let post = "POST \(Self.secret) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
        try withServer(
            {
                $0.queue = 1
                $0.accessLog = .file(file.path)
            },
            respond: { request in
                if request.method == .post { gate.pass() }
                return Self.respond(request)
            }
        ) { port, _ in
            let clients = try (0..<3).map { _ in try Client(port) }
            clients[0].send(post)
            gate.entered.take()
            clients[1].send(post)
            // Both are with the loop when it has answered what came after them.
            let answer = try Client(port).get("/")
            #expect(answer?.status == 200)
            clients[2].send(post)
            #expect(clients[2].answer()?.status == 503)
            for _ in 0..<2 { gate.opened.signal() }
            #expect(clients[0].answer()?.status == 200)
            #expect(clients[1].answer()?.status == 200)
        }
        #expect(file.lines().contains { $0.contains(" target=\"/link…\" status=503 ") })
        #expect(!file.lines().contains { $0.contains("c2VjcmV0") })
    }

    @Test func `a client that goes before its answer leaves no secret behind`() throws {
        let gate = try ServerTests.Gate()
        try withServer(
            { $0.accessLog = .file(file.path) },
            respond: { request in
                gate.pass()
                return Self.respond(request)
            }
        ) { port, _ in
            do {
                let client = try Client(port)
                client.send("POST \(Self.secret) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                gate.entered.take()
            }
            gate.opened.signal()
        }
        #expect(try !line().contains("c2VjcmV0"))
    }
}
