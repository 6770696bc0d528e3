import Synchronization

/// How a server is doing, to be asked from any thread.
///
/// Made before the server and given to it in `ServerOptions.state`, so that what answers
/// requests can tell of it.
public final class ServerState: Sendable {
    private struct Parts {
        var loops: [LoopCounters] = []
        var pool: WorkerPool?
        var log: AccessLog?
    }

    private let parts = Mutex(Parts())
    private let draining = Atomic(false)
    private let start = Clock.wallMilliseconds()

    /// Creates the state of a server that does not run yet.
    public init() {}

    /// Whether the server has been told to stop and only finishes what is under way.
    public var isDraining: Bool { draining.load(ordering: .relaxed) }

    func begin(_ pool: WorkerPool, _ log: AccessLog?) {
        draining.store(false, ordering: .relaxed)
        parts.withLock { $0 = Parts(pool: pool, log: log) }
    }

    func drain() {
        draining.store(true, ordering: .relaxed)
    }

    func addLoop() -> LoopCounters {
        let loop = LoopCounters()
        parts.withLock { $0.loops.append(loop) }
        return loop
    }

    /// Writes all that is counted: requests, connections, the queue, the log and the process.
    public func write(to text: inout Exposition) {
        let parts = parts.withLock { $0 }
        Self.write(requests(of: parts.loops), to: &text)
        Self.write(parts.loops, to: &text)
        if let pool = parts.pool { Self.write(pool, to: &text) }
        text.begin("http_access_log_lines_dropped_total", .counter, "Lines that were not written.")
        text.add(parts.log?.dropped ?? 0)
        ProcessNumbers.write(startedAt: start, to: &text)
    }

    private func requests(of loops: [LoopCounters]) -> [(route: String, totals: RouteTotals)] {
        var totals: [String: RouteTotals] = [:]
        for route in loops.flatMap(\.all) {
            route.add(to: &totals[route.route, default: RouteTotals()])
        }
        return totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func write(
        _ routes: [(route: String, totals: RouteTotals)], to text: inout Exposition
    ) {
        text.begin(
            "http_requests_total", .counter,
            "Requests by route and status; route - is none, status - was not answered.")
        for (route, totals) in routes {
            for (status, count) in totals.statuses.sorted(by: { $0.key < $1.key }) {
                text.add(count, ["route": route, "status": status])
            }
        }
        text.begin(
            "http_request_duration_seconds", .histogram,
            "From the whole request to the last byte given to the system.")
        for (route, totals) in routes where !totals.statuses.isEmpty {
            write(totals, of: route, to: &text)
        }
        text.begin("http_response_bytes_total", .counter, "Bytes sent, heads and content.")
        for (route, totals) in routes { text.add(totals.bytes, ["route": route]) }
    }

    private static func write(
        _ totals: RouteTotals, of route: String, to text: inout Exposition
    ) {
        var sum = 0
        for (count, bucket) in zip(totals.durations, RouteCounters.buckets) {
            sum += count
            text.add(sum, ["route": route, "le": bucket.seconds], suffix: "_bucket")
        }
        sum += totals.durations.last ?? 0
        text.add(sum, ["route": route, "le": "+Inf"], suffix: "_bucket")
        text.add(Double(totals.microseconds) / 1e6, ["route": route], suffix: "_sum")
        text.add(sum, ["route": route], suffix: "_count")
    }

    private static func write(_ loops: [LoopCounters], to text: inout Exposition) {
        let closed = loops.reduce(0) { $0 + $1.closed.count }
        let accepted = loops.reduce(0) { $0 + $1.accepted.count }
        text.begin("http_connections_open", .gauge, "Connections open now.")
        text.add(max(0, accepted - closed))
        text.begin("http_connections_accepted_total", .counter, "Connections taken.")
        text.add(accepted)
        text.begin("http_connections_refused_total", .counter, "Connections without a place.")
        text.add(loops.reduce(0) { $0 + $1.turnedAway.count })
        text.begin("http_requests_refused_total", .counter, "Requests the server itself refused.")
        for kind in RefusalKind.allCases {
            text.add(loops.reduce(0) { $0 + $1.count(of: kind) }, ["reason": kind.label])
        }
    }

    private static func write(_ pool: WorkerPool, to text: inout Exposition) {
        text.begin("http_worker_queue_length", .gauge, "Requests that wait for a worker.")
        text.add(pool.waiting)
        text.begin("http_worker_queue_capacity", .gauge, "How many may wait.")
        text.add(pool.limit)
        text.begin("http_worker_jobs_rejected_total", .counter, "Requests that found it full.")
        text.add(pool.rejected)
    }
}
