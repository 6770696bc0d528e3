import Glibc
import Testing

@testable import HTTPServer

/// Clients that break every rule: others are served as before, and no descriptor is left behind.
@Suite struct HostileClientsTests {
    static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    static let large = "GET /large HTTP/1.1\r\nHost: a\r\n\r\n"
    static let post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"

    /// What each does; the clients it gives stay open, so that the server must let go of them.
    static let attacks: [(name: String, run: @Sendable (UInt16) throws -> [Client])] = [
        ("sending anything", sendAnything),
        (
            "half-closing at once",
            { port in
                try ["", "G", get, get + get, post, String(post.dropLast())].map {
                    try client(port, sending: $0, then: { $0.finishSending() })
                }
            }
        ),
        (
            "resetting at once",
            { port in
                for text in ["", get, post, large, String(post.dropLast())] {
                    _ = try client(port, sending: text, then: { $0.resetAtEnd() })
                }
                return []
            }
        ),
        (
            "sending a byte at a time",
            { port in
                let client = try Client(port)
                for byte in (get + post + get).utf8 { client.send([byte]) }
                for _ in 0..<3 { #expect(client.answer()?.status == 200) }
                return []
            }
        ),
        (
            "sending a hundred requests ahead",
            { port in
                let unread = try client(port, sending: String(repeating: get, count: 100))
                let read = try client(port, sending: String(repeating: get, count: 100))
                for _ in 0..<100 { #expect(read.answer()?.status == 200) }
                unread.resetAtEnd()
                return []
            }
        ),
        (
            "going away while a worker works",
            { port in
                for number in 0..<30 {
                    _ = try client(
                        port, sending: post, then: { if number % 2 == 0 { $0.resetAtEnd() } })
                }
                return []
            }
        ),
        (
            "never reading",
            { port in
                try (0..<6).map { _ in
                    try client(port, sending: String(repeating: large, count: 3))
                }
            }
        ),
    ]

    /// In a process of its own, where no other test opens descriptors.
    @Test func `whatever clients do, others are served and nothing is left open`() async {
        await #expect(processExitsWith: .success) {
            let before = OpenDescriptors()
            for attack in HostileClientsTests.attacks {
                let sockets = OpenDescriptors().sockets
                let kept = try HostileClientsTests.withImpatientServer { port in
                    let listening = OpenDescriptors().sockets
                    let kept = try attack.run(port)
                    // So impatient a server may lose patience with a busy machine, too.
                    let isServed = (0..<20).contains { _ in
                        (try? Client(port))?.get("/")?.text == "/"
                    }
                    try #require(isServed, "after \(attack.name)")
                    #expect(
                        OpenDescriptors.come(to: listening + kept.count), "after \(attack.name)")
                    return kept
                }
                #expect(
                    OpenDescriptors().sockets == sockets + kept.count, "stopped: \(attack.name)")
            }
            // The test library opens a few for its timers, at some time of its own; one that
            // each server left open would be more.
            #expect(OpenDescriptors().all < before.all + HostileClientsTests.attacks.count)
        }
    }

    private static func withImpatientServer(
        _ body: (UInt16) throws -> [Client]
    ) throws -> [Client] {
        var kept: [Client] = []
        try withServer(
            { options in
                options.limits.writeStall = 60
                options.limits.lingerTime = 60
            }, respond: respond
        ) { port, _ in kept = try body(port) }
        return kept
    }

    @Sendable private static func respond(_ request: Request) -> Response {
        // Long enough for a client to go away meanwhile.
        if request.method == .post { waitAMoment() }
        return request.path == "/large"
            ? Response(body: [UInt8](repeating: 97, count: 16 << 20)) : .text(request.path)
    }

    @Sendable private static func sendAnything(_ port: UInt16) throws -> [Client] {
        var numbers = RandomTests.Numbers(state: 7)
        return try (0..<20).map { _ in
            let client = try Client(port)
            client.send((0..<500).map { _ in UInt8.random(in: 0...255, using: &numbers) })
            return client
        }
    }

    private static func client(
        _ port: UInt16, sending text: String, then end: (Client) -> Void = { _ in }
    ) throws -> Client {
        let client = try Client(port)
        client.send(text)
        end(client)
        return client
    }
}
