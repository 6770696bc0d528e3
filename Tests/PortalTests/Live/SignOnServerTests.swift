import HTTPServer
import Testing

@testable import Portal

/// Single sign-on as it comes from a proxy, over a real socket.
@Suite struct SignOnServerTests {
    @Test func `the field counts by who is connected, whomever that one speaks for`() throws {
        let answers = try [["127.0.0.1"], ["192.0.2.1"]].map { try Self.answer(believing: $0) }
        #expect(answers[0].hasPrefix("HTTP/1.1 303 See Other\r\n"))
        #expect(answers[0].contains("\r\nSet-Cookie: __Host-session="))
        // Whom the believed proxy speaks for has the proxy's address here, and is nobody's word.
        #expect(answers[1].hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answers[1].hasSuffix("the form"))
    }

    /// What is answered where one proxy is believed, and forwards for another address.
    private static func answer(believing proxies: [String]) throws -> String {
        let portal = try TestPortal {
            $0.signOn.header = "X-Remote-User"
            $0.signOn.proxy = PeerAddresses(proxies)
        }
        try portal.addPerson("anna", .reader)
        var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
        options.loops = 1
        options.workers = 1
        options.trustedProxies = ["127.0.0.1"]
        options.isSlow = portal.plan.isSlow
        let server = Server(options) {
            let site = try portal.site(routes)
            return { site.respond(to: $0) }
        }
        var answer = ""
        try server.run { addresses in
            answer = Conversation.answer(
                from: addresses.first?.port ?? 0,
                to: "GET /sign-in HTTP/1.1\r\nHost: harbourside.example\r\nAccept: text/html\r\n"
                    + "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n"
                    + "X-Remote-User: anna\r\nConnection: close\r\n\r\n")
            server.stop()
        }
        return answer
    }

    private static var routes: Routes {
        var routes = Routes()
        routes.get(AccountLinks.signIn, .enter) { request, visit in
            try SignOn.begin(request, visit) ?? .text("the form")
        }
        return routes
    }
}
