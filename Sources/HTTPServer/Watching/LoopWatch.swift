/// What one loop notes of its requests: their ids, its counters, its part of the access log.
///
/// It stays on the loop's thread; what others may read is in `counters`.
final class LoopWatch {
    /// Routes beyond these are counted together: a program that gives its paths for routes
    /// must not fill the memory.
    private static let routeLimit = 250

    let counters: LoopCounters
    private let log: AccessLog?
    private let inbox: AccessLogInbox?
    private var ids = RequestIDs()
    private var routes: [String: RouteCounters] = [:]
    private var latest: RouteCounters
    private let unrouted: RouteCounters
    private var lines: [UInt8] = []
    private var lineCount = 0
    private var time = LogTime()
    /// When this turn began, in microseconds.
    private(set) var turnStart = Clock.microseconds()

    init(_ counters: LoopCounters, log: AccessLog?) {
        self.counters = counters
        self.log = log
        inbox = log?.addInbox()
        unrouted = counters.addRoute("-")
        latest = unrouted
    }

    func nextID() -> RequestID {
        ids.next()
    }

    /// Begins a turn of the loop, and tells its time in milliseconds.
    func beginTurn() -> Int {
        turnStart = Clock.microseconds()
        return turnStart / 1000
    }

    /// Hands on the lines of a turn.
    func endTurn() {
        guard lineCount > 0, let log, let inbox else { return }
        inbox.add(&lines, lines: lineCount)
        lineCount = 0
        log.wake()
    }

    /// Notes a request that is answered, or cannot be any more.
    ///
    /// Given in place, because a copy would count references to all its texts.
    func note(_ exchange: inout Exchange) {
        let microseconds = Clock.microseconds() - exchange.start
        counters(of: exchange.route).add(
            exchange.isAnswered ? exchange.status : nil, microseconds: microseconds,
            bytes: exchange.bytes)
        if exchange.reason != nil {
            counters.refuse(exchange.isAbandoned ? .abandoned : RefusalKind(exchange.status))
        }
        guard inbox != nil else { return }
        time.advance()
        AccessLogLine(exchange: exchange, microseconds: microseconds).append(to: &lines, at: time)
        lineCount += 1
    }

    private func counters(of route: String?) -> RouteCounters {
        guard let route else { return unrouted }
        if latest.route == route { return latest }
        if let known = routes[route] {
            latest = known
            return known
        }
        let name = routes.count < Self.routeLimit ? route : "other"
        let new = routes[name] ?? counters.addRoute(name)
        routes[name] = new
        return new
    }
}
