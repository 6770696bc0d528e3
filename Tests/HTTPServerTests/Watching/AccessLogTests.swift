import Synchronization
import Testing

@testable import HTTPServer

@Suite struct AccessLogTests {
    private let file = LogPath()

    @Test func `every request is in the log when the server has stopped`() throws {
        try withServer({
            $0.accessLog = .file(file.path)
            $0.loops = 2
        }) { port, _ in
            let clients = try (0..<8).map { _ in try Client(port) }
            for number in 0..<25 {
                for client in clients { client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n") }
                for client in clients { _ = client.answer() }
            }
        }
        let lines = file.lines()
        #expect(lines.count == 200)
        for number in 0..<25 {
            #expect(lines.count { $0.contains(" target=\"/\(number)\" status=200 ") } == 8)
        }
        #expect(Set(lines.compactMap { $0.split(separator: " ").last }).count == 200)
    }

    @Test func `a line has the id of the answer and the bytes that were sent`() throws {
        var id = ""
        try withServer({ $0.accessLog = .file(file.path) }) { port, _ in
            let client = try Client(port)
            id = try #require(client.get("/one")?["X-Request-Id"])
            client.send("NONSENSE\r\n\r\n")
            _ = client.answer()
            #expect(client.isClosed)
        }
        let lines = file.lines()
        try #require(lines.count == 2)
        #expect(lines[0].contains(" client=127.0.0.1 method=GET target=\"/one\" status=200 "))
        #expect(lines[0].hasSuffix(" id=\(id)"))
        #expect(lines[1].contains(" method=- target=\"-\" status=400 "))
        #expect(lines[1].hasSuffix(" reason=\"method\""))
    }

    @Test func `a client that goes before its answer is in the log`() throws {
        let gate = try ServerTests.Gate()
        try withServer(
            { $0.accessLog = .file(file.path) },
            respond: { _ in
                gate.pass()
                return .text("late")
            }
        ) { port, server in
            do {
                let client = try Client(port)
                client.send(ServerTests.post)
                gate.entered.take()
            }
            gate.opened.signal()
        }
        #expect(file.lines().count == 1)
        #expect(file.lines().first?.contains(" method=POST target=\"/\" ") == true)
    }

    @Test func `a log that was moved away is begun anew`() throws {
        let reloaded = try Wakeup(.waited)
        let signal = Signal(reloaded)
        try withServer({
            $0.accessLog = .file(file.path)
            $0.reload = { signal.wakeup.signal() }
        }) { port, server in
            let client = try Client(port)
            _ = client.get("/before")
            while file.lines().isEmpty { waitAMoment() }
            file.rotate()
            server.reload()
            signal.wakeup.take()
            _ = client.get("/after")
        }
        #expect(file.lines(".1").map { $0.contains("\"/before\"") } == [true])
        #expect(file.lines().map { $0.contains("\"/after\"") } == [true])
    }

    @Test func `a full disk costs lines, which are counted, and no request`() throws {
        let state = ServerState()
        let notices = Mutex<[String]>([])
        try withServer({
            $0.accessLog = .file("/dev/full")
            $0.limits.logBacklog = 1000
            $0.state = state
            $0.notice = { line in notices.withLock { $0.append(line) } }
        }) { port, _ in
            let client = try Client(port)
            for _ in 0..<100 { #expect(client.get("/")?.status == 200) }
        }
        var text = Exposition()
        state.write(to: &text)
        #expect(text.text.contains("\nhttp_access_log_lines_dropped_total 100\n"))
        let said = notices.withLock { $0 }
        #expect(said.contains("the access log cannot be written: write: No space left on device"))
    }

    @Test func `lines beyond the room are dropped whole and told of`() {
        let inbox = AccessLogInbox(room: 10)
        var first = Array("12345678\n".utf8)
        inbox.add(&first, lines: 1)
        var second = Array("a\nb\n".utf8)
        inbox.add(&second, lines: 2)
        #expect(second.isEmpty)
        var lines: [UInt8] = []
        #expect(inbox.empty(into: &lines) == 2)
        #expect(lines == Array("12345678\n".utf8))
        #expect(inbox.empty(into: &lines) == 0)
        #expect(inbox.dropped == 2)
    }

    @Test func `a log that cannot be opened stops the start`() {
        var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
        options.accessLog = .file("/no/such/folder/access.log")
        let server = Server(options) { { _ in .text("") } }
        let error = #expect(throws: ServerError.self) { try server.run() }
        #expect(error?.description.contains("/no/such/folder/access.log") == true)
    }
}

/// A class because closures keep it.
private final class Signal: Sendable {
    let wakeup: Wakeup
    init(_ wakeup: consuming Wakeup) { self.wakeup = wakeup }
}
