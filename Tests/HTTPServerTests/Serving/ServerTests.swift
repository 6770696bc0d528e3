import Glibc
import Synchronization
import Testing

@testable import HTTPServer

@Suite struct ServerTests {
    struct Failure: Error, Equatable {}

    /// Lets a worker go on when the test says so.
    final class Gate: Sendable {
        let entered: Wakeup
        let opened: Wakeup
        init() throws {
            entered = try Wakeup(.waited)
            opened = try Wakeup(.waited)
        }
        func pass() {
            entered.signal()
            opened.take()
        }
    }

    static let post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"

    @Test func `a loop does not wait for a worker, and a full queue says so`() throws {
        let gate = try Gate()
        try withServer(
            { $0.queue = 1 },
            respond: { request in
                if request.method == .post { gate.pass() }
                return .text("done")
            }
        ) { port, _ in
            let working = try Client(port)
            working.send(Self.post)
            gate.entered.take()
            let waiting = try Client(port)
            waiting.send(Self.post)
            #expect(try Client(port).get("/")?.text == "done")
            let refused = try Client(port)
            refused.send(Self.post)
            let answer = try #require(refused.answer())
            #expect(answer.status == 503)
            #expect(answer["Retry-After"] != nil)
            for _ in 0..<2 { gate.opened.signal() }
            #expect(working.answer()?.text == "done")
            #expect(waiting.answer()?.text == "done")
        }
    }

    @Test(arguments: [
        ("GET", "", "405 Method Not Allowed"), ("GET", "If-Match: \"x\"\r\n", "405 Method Not"),
        ("OPTIONS", "", ""),
    ])
    func `an error without words gets those of the server, and keeps its fields`(
        _ method: String, _ fields: String, _ words: String
    ) throws {
        try withServer(respond: { _ in .methodNotAllowed([.post]) }) { port, _ in
            let client = try Client(port)
            client.send("\(method) / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
            let answer = try #require(client.answer())
            #expect(answer.text.hasPrefix(words) && answer.text.isEmpty == words.isEmpty)
            #expect(answer["Allow"] == "POST")
        }
    }

    @Test func `a condition that does not hold is told in words`() throws {
        try withServer { port, _ in
            let answer = try Client(port).get("/", "If-Match: \"x\"\r\n")
            #expect(answer?.status == 412)
            #expect(answer?.text.hasPrefix("412 Precondition Failed") == true)
        }
    }

    @Test func `stopping finishes what is under way`() throws {
        let gate = try Gate()
        try withServer(respond: { request in
            if request.method == .post { gate.pass() }
            return .text("done")
        }) { port, server in
            let idle = try Client(port)
            #expect(idle.get("/") != nil)
            let busy = try Client(port)
            busy.send(Self.post)
            gate.entered.take()
            server.stop()
            #expect(idle.isClosed)
            gate.opened.signal()
            let answer = try #require(busy.answer())
            #expect(answer.text == "done")
            #expect(answer["Connection"] == "close")
            #expect(busy.isClosed)
            #expect(throws: SystemError.self) { try Client(port) }
        }
    }

    @Test func `several loops and workers serve together`() throws {
        try withServer({
            $0.loops = 3
            $0.workers = 3
        }) { port, _ in
            let clients = try (0..<20).map { _ in try Client(port) }
            for client in clients { client.send(Self.post) }
            for client in clients { #expect(client.answer()?.text == "/") }
            for client in clients { #expect(client.get("/x")?.text == "/x") }
        }
    }

    @Test func `a responder that cannot be made stops the start`() {
        let server = Server(ServerOptions(.tcp(host: "127.0.0.1", port: 0))) { throw Failure() }
        #expect(throws: Failure()) { try server.run() }
    }

    @Test func `a port in use is said to be`() throws {
        try withServer { port, _ in
            let second = Server(ServerOptions(.tcp(host: "127.0.0.1", port: port))) {
                { _ in .text("") }
            }
            let error = #expect(throws: ServerError.self) { try second.run() }
            #expect(error == .addressInUse("127.0.0.1:\(port)"))
        }
    }

    @Test(arguments: [
        (ListenAddress.tcp(host: "example.org", port: 0), ServerError.notAnAddress("example.org")),
        (.tcp(host: "192.0.2.1", port: 0), .notAvailable("192.0.2.1:0")),
        (.unix(path: "/no/such/folder/socket"), .noFolder("unix:/no/such/folder/socket")),
        (
            .unix(path: "/tmp/" + String(repeating: "a", count: 200)),
            .pathTooLong("/tmp/" + String(repeating: "a", count: 200))
        ),
        (.inherited, .nothingInherited),
    ])
    func `an address that cannot be is refused in one line`(
        _ address: ListenAddress, _ expected: ServerError
    ) {
        let server = Server(ServerOptions(address)) { { _ in .text("") } }
        let error = #expect(throws: ServerError.self) { try server.run() }
        #expect(error == expected)
        #expect(error?.description.contains("\n") == false)
    }

    @Test func `IPv6 and local sockets are served too, and left clean`() throws {
        let path = "/tmp/http-server-\(getpid()).sock"
        let address = ListenAddress.unix(path: path)
        try withServer(
            {
                $0.addresses = [.tcp(host: "::1", port: 0), address]
                $0.loops = 2
            }, respond: { .text($0.peerAddress) }
        ) { port, _ in
            let six = try Client(.tcp(host: "::1", port: port))
            #expect(six.get("/")?.text == "::1")
            for _ in 0..<5 {
                let local = try Client(address)
                #expect(local.get("/")?.text == "unix")
            }
        }
        #expect(unsafe access(path, F_OK) != 0)
    }
}
