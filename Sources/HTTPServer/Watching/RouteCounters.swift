/// What one loop has answered under one route.
final class RouteCounters: Sendable {
    /// The upper ends of the histogram's buckets, in microseconds, and as Prometheus writes them
    /// in seconds.
    static let buckets: [(microseconds: Int, seconds: String)] = [
        (100, "0.0001"), (250, "0.00025"), (500, "0.0005"), (1000, "0.001"), (2500, "0.0025"),
        (5000, "0.005"), (10_000, "0.01"), (25_000, "0.025"), (50_000, "0.05"),
        (100_000, "0.1"), (250_000, "0.25"), (500_000, "0.5"), (1_000_000, "1"),
        (2_500_000, "2.5"), (5_000_000, "5"), (10_000_000, "10"),
    ]

    let route: String
    /// By the status less 200; the last is for requests whose client went before the answer.
    private let statuses: InlineArray<401, Counter> = InlineArray { _ in Counter() }
    private let durations: InlineArray<17, Counter> = InlineArray { _ in Counter() }
    private let microseconds = Counter()
    private let bytes = Counter()

    init(_ route: String) {
        self.route = route
    }

    /// Counts one request; a `nil` status is one that could not be answered.
    func add(_ status: HTTPStatus?, microseconds: Int, bytes: Int) {
        statuses[status.map { $0.rawValue - 200 } ?? 400].add()
        var bucket = 0
        while bucket < 16, microseconds > Self.buckets[bucket].microseconds { bucket += 1 }
        durations[bucket].add()
        self.microseconds.add(microseconds)
        self.bytes.add(bytes)
    }

    /// The counts added to those of other loops.
    func add(to totals: inout RouteTotals) {
        for index in 0..<401 where statuses[index].count > 0 {
            let status = index < 400 ? "\(index + 200)" : "-"
            totals.statuses[status, default: 0] += statuses[index].count
        }
        for index in 0..<17 { totals.durations[index] += durations[index].count }
        totals.microseconds += microseconds.count
        totals.bytes += bytes.count
    }
}

/// What all loops have answered under one route.
struct RouteTotals {
    var statuses: [String: Int] = [:]
    var durations = [Int](repeating: 0, count: 17)
    var microseconds = 0
    var bytes = 0
}
