import Testing

@testable import HTTPServer

@Suite struct ProxiesTests {
    /// What is known of a request by its address, scheme and host.
    private static func words(
        _ headers: Headers, from peer: String, _ fields: ForwardedFields
    ) throws -> String {
        let proxies = try Proxies(["127.0.0.1", "10.0.0.0/8", "unix"], fields)
        let request = Request(.get, "/", headers: headers, peerAddress: peer)
        let result = proxies.trust(peer) ? proxies.unwrapped(request) : request
        return [result.peerAddress, result.scheme, result.authority].joined(separator: " ")
    }

    @Test(arguments: [
        ("192.0.2.7", "127.0.0.1", "192.0.2.7"), ("192.0.2.7", "unix", "192.0.2.7"),
        ("198.51.100.1, 192.0.2.7", "127.0.0.1", "192.0.2.7"),
        ("192.0.2.7, 127.0.0.1", "127.0.0.1", "192.0.2.7"),
        ("192.0.2.7, 10.1.2.3", "10.9.9.9", "192.0.2.7"),
        ("2001:db8::1", "127.0.0.1", "2001:db8::1"), ("192.0.2.7:4711", "127.0.0.1", "192.0.2.7"),
        ("192.0.2.7", "192.0.2.9", "192.0.2.9"), ("", "127.0.0.1", "127.0.0.1"),
        (" , ", "127.0.0.1", "127.0.0.1"), ("192.0.2.7, ", "127.0.0.1", "192.0.2.7"),
        ("<script>", "127.0.0.1", "127.0.0.1"), ("192.0.2.7, unknown", "127.0.0.1", "127.0.0.1"),
        ("10.0.0.0/8", "127.0.0.1", "127.0.0.1"), ("10.1.1.1", "127.0.0.1", "10.1.1.1"),
    ])
    func `only a trusted proxy says who asks`(
        _ field: String, _ peer: String, _ client: String
    ) throws {
        let headers: Headers = ["Host": "a.example", "X-Forwarded-For": field]
        #expect(try Self.words(headers, from: peer, .xForwarded) == "\(client) http a.example")
    }

    @Test(arguments: [
        ("https", "b.example", "192.0.2.7 https b.example"),
        ("http, https", "c.example, b.example:8443", "192.0.2.7 https b.example:8443"),
        ("gopher", "<script>", "192.0.2.7 http a.example"), ("", "", "192.0.2.7 http a.example"),
    ])
    func `a trusted proxy says how and for which host`(
        _ scheme: String, _ host: String, _ words: String
    ) throws {
        let headers: Headers = [
            "Host": "a.example", "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": scheme,
            "X-Forwarded-Host": host,
        ]
        #expect(try Self.words(headers, from: "127.0.0.1", .xForwarded) == words)
    }

    @Test(arguments: [
        ("for=192.0.2.7;proto=https;host=b.example", "192.0.2.7 https b.example"),
        ("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17 http a.example"),
        ("for=198.51.100.1, for=192.0.2.7;proto=https", "192.0.2.7 https a.example"),
        ("for=192.0.2.7;proto=https, for=10.0.0.9;proto=http", "192.0.2.7 https a.example"),
        ("for=_hidden;proto=https", "127.0.0.1 https a.example"),
        ("for=192.0.2.7;proto", "127.0.0.1 http a.example"),
        ("for=\"192.0.2.7", "127.0.0.1 http a.example"), ("", "127.0.0.1 http a.example"),
        ("for=192.0.2.7,", "127.0.0.1 http a.example"),
    ])
    func `the standard field is read when it is chosen`(_ field: String, _ words: String) throws {
        let headers: Headers = [
            "Host": "a.example", "Forwarded": field, "X-Forwarded-For": "203.0.113.66",
        ]
        #expect(try Self.words(headers, from: "127.0.0.1", .forwarded) == words)
    }

    @Test func `the field that was not chosen is a stranger's word`() throws {
        let headers: Headers = ["Host": "a.example", "Forwarded": "for=203.0.113.66"]
        #expect(
            try Self.words(headers, from: "127.0.0.1", .xForwarded) == "127.0.0.1 http a.example")
    }

    @Test func `who is at the other end stays known, whomever a proxy speaks for`() throws {
        let proxies = try Proxies(["127.0.0.1"], .xForwarded)
        let request = Request(
            .get, "/", headers: ["Host": "a.example", "X-Forwarded-For": "192.0.2.7"],
            peerAddress: "127.0.0.1")
        let unwrapped = proxies.unwrapped(request)
        #expect(unwrapped.peerAddress == "192.0.2.7")
        #expect(unwrapped.proxyAddress == "127.0.0.1")
    }

    @Test(arguments: ["proxy", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "1.2.3.4/", ""])
    func `what is no address stops the start`(_ text: String) {
        #expect(throws: ServerError.notANetwork(text)) { try Proxies([text], .xForwarded) }
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("0.0.0.0/0", "192.0.2.1", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("fd00::/8", "fd12::1", true), ("fd00::/8", "fe00::1", false), ("::1", "::1", true),
        ("192.0.2.1", "::ffff:192.0.2.1", true), ("::/0", "192.0.2.1", true),
        ("192.0.2.128/25", "192.0.2.127", false), ("192.0.2.128/25", "192.0.2.129", true),
    ])
    func `a network holds the addresses that begin as it does`(
        _ network: String, _ address: String, _ holds: Bool
    ) throws {
        #expect(try #require(Network(network)).contains(address) == holds)
    }
}
