import Synchronization
import Testing

@testable import HTTPServer

@Suite struct UpkeepTests {
    /// Counts calls from any thread, and lets a test wait for them.
    final class Calls: Sendable {
        private let all = Mutex<[Bool]>([])
        let called: Wakeup

        init() throws { called = try Wakeup(.waited) }

        var areLast: [Bool] { all.withLock { $0 } }

        func add(_ isLast: Bool) {
            all.withLock { $0.append(isLast) }
            called.signal()
        }
    }

    @Test func `it is done again and again, and for the last time at the end`() throws {
        let calls = try Calls()
        try withServer({
            $0.upkeep = { calls.add($0) }
            $0.upkeepInterval = 1
        }) { _, _ in
            for _ in 0..<3 { calls.called.take() }
            #expect(calls.areLast.prefix(3) == [false, false, false])
        }
        #expect(calls.areLast.count { $0 } == 1)
        #expect(calls.areLast.last == true)
    }

    @Test func `a server that stops before it was due has it done once`() throws {
        let calls = try Calls()
        try withServer({ $0.upkeep = { calls.add($0) } }) { _, _ in }
        #expect(calls.areLast == [true])
    }

    @Test func `the last time is after the last answer`() throws {
        let gate = try ServerTests.Gate()
        let calls = try Calls()
        let answered = Atomic(0)
        try withServer(
            {
                $0.upkeep = { isLast in calls.add(isLast && answered.load(ordering: .relaxed) == 1)
                }
            },
            respond: { request in
                gate.pass()
                answered.add(1, ordering: .relaxed)
                return .text("done")
            }
        ) { port, server in
            let client = try Client(port)
            client.send(ServerTests.post)
            gate.entered.take()
            server.stop()
            gate.opened.signal()
            #expect(client.answer()?.text == "done")
        }
        #expect(calls.areLast == [true])
    }

    @Test func `requests are answered and the server lives while it waits`() throws {
        let gate = try ServerTests.Gate()
        try withServer({
            $0.upkeep = { if !$0 { gate.pass() } }
            $0.upkeepInterval = 1
        }) { port, _ in
            gate.entered.take()
            #expect(try Client(port).get("/one")?.text == "/one")
            let client = try Client(port)
            client.send(ServerTests.post)
            #expect(client.answer()?.text == "/")
            for _ in 0..<1000 { gate.opened.signal() }
        }
    }

    @Test func `a server that does not start has nothing to look after`() throws {
        let calls = try Calls()
        var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
        options.upkeep = { calls.add($0) }
        let server = Server(options) { throw ServerTests.Failure() }
        #expect(throws: ServerTests.Failure()) { try server.run() }
        #expect(calls.areLast == [])
    }
}
