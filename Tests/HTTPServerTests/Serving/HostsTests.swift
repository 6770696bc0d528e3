import Testing

@testable import HTTPServer

@Suite struct HostsTests {
    @Test(arguments: [
        ("portal.example", 200), ("PORTAL.example:8080", 200), ("[::1]:8080", 200),
        ("other.example", 421), ("portal.example.other", 421), ("[::2]", 421),
    ])
    func `a host that is not served here is told so`(_ host: String, _ status: Int) throws {
        try withServer({ $0.hosts = ["portal.example", "[::1]"] }) { port, _ in
            let client = try Client(port)
            client.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
            #expect(client.answer()?.status == status)
            client.send("GET http://\(host)/ HTTP/1.1\r\nHost: portal.example\r\n\r\n")
            #expect(client.answer()?.status == status)
        }
    }

    @Test func `a trusted proxy's word for the host is the one that counts`() throws {
        try withServer({
            $0.hosts = ["portal.example"]
            $0.trustedProxies = ["127.0.0.1"]
        }) { port, _ in
            let client = try Client(port)
            #expect(client.get("/", "X-Forwarded-Host: portal.example\r\n")?.status == 200)
            #expect(client.get("/", "X-Forwarded-Host: other.example\r\n")?.status == 421)
        }
    }

    @Test func `a proxy's word reaches the handler`() throws {
        try withServer(
            { $0.trustedProxies = ["127.0.0.0/8"] },
            respond: { .text("\($0.peerAddress) \($0.scheme) \($0.authority)") }
        ) { port, _ in
            let fields =
                "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: b\r\n"
            let answer = try Client(port).get("/", fields)
            #expect(answer?.text == "192.0.2.7 https b")
        }
    }
}
