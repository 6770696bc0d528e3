/// One thread's share of the connections: its own listeners, its own epoll set and its own
/// responder, so that nothing here is shared or locked.
///
/// Level-triggered, and at most one request of a connection is answered each turn, so that
/// who asks fastest does not get everything.
final class EventLoop {
    let options: ServerOptions
    let respond: Responder
    let pool: WorkerPool
    let mailbox: Mailbox
    let watch: LoopWatch
    let epoll: Epoll
    let buffer = ReceiveBuffer()
    let gzip = Gzip(level: 1)
    var writer = ResponseWriter()
    let proxies: Proxies
    private let admission: Admission
    private var listeners: [Listener]
    private var listenersRest = false
    /// By the number of the descriptor.
    var connections: [ClientConnection?] = []
    private var count = 0
    private var serial = 0
    /// Connections with another whole request received already: they get the next turn.
    var queued: [ClientConnection] = []
    var now = Clock.milliseconds()
    private var nextSweep = 0
    private let sweepInterval: Int
    /// When the processor was last left to others, in microseconds.
    private var wayMade = 0
    private(set) var isDraining = false
    /// Content held for requests that are coming in or being answered.
    private var held = IncomingContent.Extent()
    private var drainEnd = 0

    init(
        _ options: ServerOptions, listeners: [Listener], pool: WorkerPool, mailbox: Mailbox,
        admission: Admission, proxies: Proxies, watch: LoopWatch, respond: @escaping Responder
    ) throws(SystemError) {
        self.options = options
        self.listeners = listeners
        self.pool = pool
        self.mailbox = mailbox
        self.admission = admission
        self.proxies = proxies
        self.watch = watch
        self.respond = respond
        let limits = options.limits
        let shortest = [
            limits.headTime, limits.idleTime, limits.bodyGrace, limits.writeStall,
            limits.lingerTime, limits.drainTime,
        ].min()
        sweepInterval = max(10, min(500, (shortest ?? 1000) / 4))
        epoll = try Epoll()
        guard epoll.add(mailbox.number, .reading), listen() else { throw SystemError("epoll_ctl") }
    }

    /// Serves until told to stop and everything under way is finished.
    func run() throws(SystemError) {
        while !isDraining || count > 0 {
            let patience = !queued.isEmpty ? 0 : count > 0 || listenersRest ? sweepInterval : -1
            let events = try epoll.wait(milliseconds: Int32(patience))
            now = watch.beginTurn()
            for index in 0..<events {
                let (number, interest) = epoll.event(index)
                if number == mailbox.number {
                    readMail()
                } else if let connection = connection(number) {
                    react(connection, interest)
                } else if let listener = listeners.first(where: { $0.number == number }) {
                    acceptSome(listener)
                }
            }
            takeTurns()
            makeWay()
            if now >= nextSweep { sweep() }
            watch.endTurn()
        }
    }

    func connection(_ number: Int32) -> ClientConnection? {
        Int(number) < connections.count ? connections[Int(number)] : nil
    }

    /// Lets others have the processor, those who wait for the answers perhaps, where all are busy.
    ///
    /// The system would take it away, too, but only after some milliseconds, for which one in a
    /// hundred would wait.
    private func makeWay() {
        guard watch.turnStart - wayMade > Self.stint else { return }
        wayMade = watch.turnStart
        Processors.yield()
    }

    /// Microseconds that a loop works before it makes way.
    private static let stint = 250

    /// Lets each connection that has more input answer one request.
    private func takeTurns() {
        guard !queued.isEmpty else { return }
        let turns = queued
        queued.removeAll(keepingCapacity: true)
        for connection in turns {
            connection.isQueued = false
            if connection.phase == .reading,
                self.connection(connection.descriptor.number) === connection
            {
                advance(connection)
            }
        }
    }

    private func readMail() {
        for message in mailbox.takeAll() {
            switch message {
            case .answer(let response, let number, let serial):
                guard let connection = connection(number), connection.serial == serial,
                    connection.phase == .waiting, let request = connection.waitingRequest
                else { continue }
                connection.waitingRequest = nil
                answer(request, with: response, on: connection)
            case .drain:
                drain()
            case .beat:
                watch.counters.beats.add()
            }
        }
    }
}

// MARK: Coming and going

extension EventLoop {
    private func listen() -> Bool {
        listeners.allSatisfy { listener in
            epoll.add(listener.number, listener.isShared ? [.reading, .exclusive] : .reading)
        }
    }

    /// Takes some of those who wait; the rest have their turn after the connections there are.
    private func acceptSome(_ listener: Listener) {
        for _ in 0..<64 {
            switch listener.accept() {
            case .connection(let descriptor, let peer): take(descriptor, peer)
            case .gone: continue
            case .none: return
            case .exhausted:
                // Asking again would only spin: those who wait are taken after the next sweep.
                for listener in listeners { epoll.remove(listener.number) }
                listenersRest = true
                nextSweep = now + 100
                return
            }
        }
    }

    private func take(_ descriptor: consuming FileDescriptor, _ peer: String) {
        let number = descriptor.number
        let isWelcome = admission.enter(peer)
        if !isWelcome { watch.counters.turnedAway.add() }
        // A few more are told so; a flood is simply closed.
        guard isWelcome || count < options.limits.connections + 256 else { return }
        guard epoll.add(number, .reading) else {
            if isWelcome { admission.leave(peer) }
            return
        }
        if peer != "unix" { Socket.sendAtOnce(number) }
        serial += 1
        let connection = ClientConnection(
            descriptor, peer: peer, serial: serial, isCounted: isWelcome,
            isTrusted: proxies.trust(peer), options: options)
        connection.deadline = now + options.limits.headTime
        while connections.count <= Int(number) { connections.append(nil) }
        connections[Int(number)] = connection
        count += 1
        watch.counters.accepted.add()
        if !isWelcome { refuse(connection, .serviceUnavailable, "too many connections") }
    }

    func close(_ connection: ClientConnection) {
        let number = Int(connection.descriptor.number)
        guard connections[number] === connection else { return }
        if connection.isCounted { admission.leave(connection.peer) }
        hold(.init(), connection)
        reportEnd(of: connection)
        connection.isGone = true
        if connection.output.endsWithConnection { Socket.reset(connection.descriptor.number) }
        // The descriptor is closed, and so leaves the epoll set, when the last reference goes.
        connections[number] = nil
        count -= 1
    }

    /// Notes how much content is held for a connection; false if that is too much for a loop.
    @discardableResult func hold(
        _ content: IncomingContent.Extent, _ connection: ClientConnection
    ) -> Bool {
        held.memory += content.memory - connection.held.memory
        held.file += content.file - connection.held.file
        connection.held = content
        let loops = max(1, options.loops)
        return held.memory <= options.limits.bodies / loops
            && held.file <= options.limits.spooledBodies / loops
    }

    /// Tells the system what is waited for on a connection.
    func want(_ interest: Epoll.Interest, _ connection: ClientConnection) {
        guard connection.interest != interest else { return }
        connection.interest = interest
        if !epoll.change(connection.descriptor.number, interest) { close(connection) }
    }

    /// Looks for connections that have been waited for long enough.
    private func sweep() {
        nextSweep = now + sweepInterval
        if listenersRest { listenersRest = !listen() }
        for case let connection? in connections {
            if isDraining, now >= drainEnd {
                close(connection)
            } else if now >= connection.deadline, connection.phase != .waiting {
                expire(connection)
            }
        }
    }

    /// Takes no more, closes what is idle, and lets the rest finish.
    private func drain() {
        guard !isDraining else { return }
        isDraining = true
        drainEnd = now + options.limits.drainTime
        // Those who are in the backlog already were promised an answer.
        for listener in listeners {
            acceptSome(listener)
            listener.stop()
        }
        listeners = []
        for case let connection? in connections where connection.phase == .reading {
            react(connection, .reading)
            if connection.phase == .reading, connection.isIdle { close(connection) }
        }
    }
}
