import HTTPServer
import Testing

@testable import Portal

/// The portal behind its server, as a browser meets it.
@Suite struct ServerTests {
    @Test func `a page comes over a real socket as it does without one`() throws {
        let portal = try TestPortal.harbourside.get()
        var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
        options.loops = 1
        options.workers = 1
        options.errorResponse = portal.plan.errorResponse
        let server = Server(options) { [plan = portal.plan, log = portal.log] in
            let site = try Site(plan) { log.add($0) }
            return { site.respond(to: $0) }
        }
        var page = ""
        var refusal = ""
        var (noRequest, line) = ("", "")
        try server.run { addresses in
            let port = addresses.first?.port ?? 0
            page = Conversation.answer(from: port, to: Self.request("GET /measures/births"))
            refusal = Conversation.answer(from: port, to: Self.request("POST /measures/births"))
            noRequest = Conversation.answer(from: port, to: Self.request("GET /%zz"))
            line = Conversation.answer(from: port, to: "GET /%zz HTTP/1.1\r\n\r\n")
            server.stop()
        }
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(page.contains("\r\nContent-Security-Policy: default-src 'none'; "))
        #expect(page.hasSuffix(try portal.get("/measures/births").source))
        #expect(refusal.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
        #expect(refusal.contains("<h1>That cannot be done here</h1>"))
        #expect(noRequest.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(noRequest.contains("<h1>We could not understand that request</h1>"))
        let id = try #require(line.split(separator: "X-Request-Id: ").last?.prefix(16))
        let name = try #require(RequestID(String(id)))
        let told = Answer(portal.plan.errorResponse(.badRequest, false, name)).source
        #expect(line.hasSuffix("\r\n\r\n" + told))
    }

    private static func request(_ line: String) -> String {
        "\(line) HTTP/1.1\r\nHost: harbourside.example\r\nContent-Length: 0\r\n"
            + "Accept: text/html\r\nConnection: close\r\n\r\n"
    }
}
