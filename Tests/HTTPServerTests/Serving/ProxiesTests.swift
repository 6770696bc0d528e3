import Testing

@testable import HTTPServer

@Suite struct ProxiesTests {
    @Test(
        arguments: [
            ("192.0.2.7", "127.0.0.1", "192.0.2.7"),
            ("10.0.0.1, 192.0.2.7", "127.0.0.1", "192.0.2.7"),
            ("192.0.2.7, 127.0.0.1", "127.0.0.1", "192.0.2.7"),
            ("2001:db8::1", "127.0.0.1", "2001:db8::1"),
            ("192.0.2.7", "192.0.2.9", nil), ("", "127.0.0.1", nil), ("<script>", "127.0.0.1", nil),
            ("127.0.0.1", "127.0.0.1", nil), (" , ", "127.0.0.1", nil),
            ("192.0.2.7, ", "127.0.0.1", "192.0.2.7"),
        ] as [(String, String, String?)])
    func `only a trusted proxy says who asks`(_ field: String, _ peer: String, _ client: String?) {
        let request = Request(.get, "/", headers: ["X-Forwarded-For": field], peerAddress: peer)
        #expect(Proxies.client(of: request, trusted: ["127.0.0.1"]) == client)
    }
}
