/// Answers one request.
///
/// It is called on one thread only, so what it holds (a database connection, say) need not
/// be shareable.
public typealias Responder = (Request) -> Response

/// An HTTP/1.1 server: event loops that share nothing, and workers for what may wait.
///
/// GET and HEAD are answered on the loop that received them; other methods by workers, so
/// that a loop never waits for a lock.
public final class Server: Sendable {
    let options: ServerOptions
    private let makeResponder: @Sendable () throws -> Responder
    let control = Control()

    /// Creates a server; `makeResponder` is called once on each loop's and worker's thread.
    public init(
        _ options: ServerOptions, makeResponder: @escaping @Sendable () throws -> Responder
    ) {
        self.options = options
        self.makeResponder = makeResponder
    }

    /// Listens, tells `ready` where, and serves until it is stopped.
    ///
    /// `ready` is called when every thread has its responder and connections are taken.
    /// Throws a `ServerError` if it cannot listen, and what `makeResponder` throws.
    public func run(ready: ([BoundAddress]) -> Void = { _ in }) throws {
        Signals.ignoreBrokenPipes()
        Descriptors.makeRoom(for: options.limits.connections + 512)
        let loopCount = max(1, options.loops)
        let workerCount = max(1, options.workers)
        guard !options.addresses.isEmpty else { throw ServerError.noAddress }
        var listeners: [[Listener]] = []
        for address in options.addresses {
            listeners += try Listener.bind(address, count: loopCount)
        }
        defer { listeners.forEach { $0.first?.removeFile() } }
        let signals = options.stopsOnSignals ? try Signals() : nil
        let log = try openLog()
        let logWriter = try log.map { log in try Thread { log.write() } }
        defer {
            log?.end()
            logWriter?.join()
        }
        try control.open()

        let pool = try WorkerPool(limit: options.queue)
        options.state.begin(pool, log)
        let admission = Admission(options.limits)
        let proxies = try Proxies(options.trustedProxies, options.forwardedFields)
        var loops: [(thread: Thread, pulse: Watchdog.Pulse)] = []
        var workers: [Thread] = []
        var upkeeps =
            try options.upkeep.map {
                [try Upkeep(every: options.upkeepInterval, $0)]
            } ?? []
        if let makeWork = options.makeWork {
            upkeeps.append(try Upkeep(every: options.workInterval, making: makeWork))
        }
        var upkeepThreads: [Thread] = []
        defer {
            // The last to go, so that what the last requests have left is looked after, too.
            if !upkeepThreads.isEmpty { upkeeps.forEach { $0.finish() } }
            upkeepThreads.forEach { $0.join() }
        }
        defer {
            loops.forEach { $0.pulse.mailbox.send(.drain) }
            loops.forEach { $0.thread.join() }
            pool.close(workers: workers.count)
            workers.forEach { $0.join() }
            control.close()
        }
        for index in 0..<loopCount {
            let mailbox = try Mailbox()
            let own = listeners.map { $0[index] }
            let counters = options.state.addLoop()
            let thread = try thread { [options, control] respond in
                let loop = try EventLoop(
                    options, listeners: own, pool: pool, mailbox: mailbox, admission: admission,
                    proxies: proxies, watch: LoopWatch(counters, log: log), respond: respond)
                control.prepared()
                try loop.run()
            }
            loops.append((thread, Watchdog.Pulse(mailbox: mailbox, counters: counters)))
        }
        for _ in 0..<workerCount {
            workers.append(
                try thread { [control] respond in
                    control.prepared()
                    pool.work(respond)
                })
        }
        try control.awaitPrepared(loopCount + workerCount)
        for upkeep in upkeeps { upkeepThreads.append(try Thread { upkeep.run() }) }
        let addresses = listeners.compactMap { $0.first?.address }
        ready(addresses)
        try supervise(
            loops.map(\.pulse), log, signals: signals,
            status: "Serving on " + addresses.map(\.description).joined(separator: ", "))
    }

    private func openLog() throws(ServerError) -> AccessLog? {
        guard let destination = options.accessLog else { return nil }
        do throws(SystemError) {
            return try AccessLog(
                destination, backlog: options.limits.logBacklog, notice: options.notice)
        } catch {
            throw .unwritable(error, destination.description)
        }
    }

    /// Stops the server: no more connections, requests in flight are finished, `run` returns.
    public func stop() {
        control.stop()
    }

    /// Opens the access log anew and calls `ServerOptions.reload`, as SIGHUP does.
    public func reload() {
        control.reload()
    }

    /// A thread that makes its responder, and whose failure ends the server.
    private func thread(
        _ body: @escaping @Sendable (@escaping Responder) throws -> Void
    ) throws -> Thread {
        try Thread { [makeResponder, control] in
            do { try body(try makeResponder()) } catch { control.fail(error) }
        }
    }
}
