import Glibc
import Synchronization
import Testing

@testable import HTTPServer

@Suite struct SignalsTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func `a signal stops a server in order, and SIGHUP only reloads`(_ stop: Int32) throws {
        let reloads = Mutex(0)
        let file = LogPath()
        var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
        options.loops = 1
        options.stopsOnSignals = true
        options.accessLog = .file(file.path)
        options.reload = {
            reloads.withLock { $0 += 1 }
            raise(stop)
        }
        let server = Server(options) { { _ in .text("x") } }
        let thread = try Thread {
            // The signals are the server's own thread's: no other test sees them.
            do {
                try server.run { _ in raise(SIGHUP) }
            } catch {
                Issue.record(error)
            }
        }
        thread.join()
        #expect(reloads.withLock { $0 } == 1)
    }

    @Test func `a second signal ends the program at once`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            do { try SignalsTests.stopTwice() } catch { exit(1) }
        }
    }

    /// Stops a server that cannot finish, and then once more.
    private static func stopTwice() throws {
        var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
        options.loops = 1
        options.stopsOnSignals = true
        options.limits.drainTime = 3_600_000
        let runner = Atomic<UInt>(0)
        let state = options.state
        let gate = try ServerTests.Gate()
        let server = Server(options) {
            { _ in
                gate.entered.signal()
                while !state.isDraining { waitAMoment() }
                // To that thread alone, whose turn it is to let the signal through.
                pthread_kill(pthread_t(runner.load(ordering: .relaxed)), SIGTERM)
                gate.opened.take()
                return .text("never")
            }
        }
        // Kept, because a client that goes lets the server end well.
        var client: Client?
        try server.run { addresses in
            runner.store(UInt(pthread_self()), ordering: .relaxed)
            guard let port = addresses.first?.port else { return }
            // Without a client the program ends otherwise, which the test sees.
            client = try? Client(port)
            client?.send(ServerTests.post)
            gate.entered.take()
            raise(SIGTERM)
        }
        client?.finishSending()
    }
}
