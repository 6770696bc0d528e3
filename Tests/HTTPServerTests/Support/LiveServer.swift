import Synchronization

@testable import HTTPServer

/// A server on a free port of this machine, for as long as `body` takes.
func withServer(
    _ change: (inout ServerOptions) -> Void = { _ in },
    respond: @escaping @Sendable (Request) -> Response = { .text($0.target) },
    _ body: (UInt16, Server) throws -> Void
) throws {
    var options = ServerOptions(.tcp(host: "127.0.0.1", port: 0))
    options.loops = 1
    options.workers = 1
    change(&options)
    let server = Server(options) { respond }
    let running = try RunningServer(server)
    defer { running.stop() }
    try body(running.port, server)
}

/// A server on a thread of its own.
final class RunningServer: Sendable {
    let port: UInt16
    private let server: Server
    private let thread: Thread

    private final class Start: Sendable {
        let ready: Wakeup
        let result = Mutex<Result<[BoundAddress], any Error>?>(nil)
        init() throws { ready = try Wakeup(.waited) }

        func tell(_ outcome: Result<[BoundAddress], any Error>) {
            result.withLock { $0 = $0 ?? outcome }
            ready.signal()
        }
    }

    init(_ server: Server) throws {
        let start = try Start()
        thread = try Thread {
            do {
                try server.run { start.tell(.success($0)) }
            } catch {
                start.tell(.failure(error))
            }
        }
        start.ready.take()
        self.server = server
        port = try start.result.withLock { try $0?.get().first?.port } ?? 0
    }

    func stop() {
        server.stop()
        thread.join()
    }
}
