import Testing

@testable import HTTPServer

@Suite struct ListenAddressTests {
    @Test(
        arguments: [
            ("127.0.0.1:8080", .tcp(host: "127.0.0.1", port: 8080)),
            ("[::1]:80", .tcp(host: "::1", port: 80)), ("*:0", .tcp(host: "*", port: 0)),
            ("localhost:65535", .tcp(host: "localhost", port: 65_535)),
            ("unix:/run/a.sock", .unix(path: "/run/a.sock")), ("systemd", .inherited),
            ("8080", nil), (":8080", nil), ("127.0.0.1", nil), ("127.0.0.1:", nil),
            ("127.0.0.1:65536", nil), ("127.0.0.1:-1", nil), ("::1:80", nil),
            ("[127.0.0.1]:80", nil),
            ("example.org:80", nil), ("unix:", nil), ("unix:a.sock", nil), ("", nil),
            ("[::1]", nil),
        ] as [(String, ListenAddress?)])
    func `an address is read, or refused`(_ text: String, _ address: ListenAddress?) {
        #expect(ListenAddress(text) == address)
    }
}
