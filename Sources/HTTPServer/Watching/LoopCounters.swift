import Synchronization

/// What one loop counts; it alone writes, and others read when they are asked for numbers.
final class LoopCounters: Sendable {
    let accepted = Counter()
    let closed = Counter()
    /// Connections that found no place.
    let turnedAway = Counter()
    /// Answers to `Mailbox.Message.beat`.
    let beats = Counter()
    private let refusals: InlineArray<6, Counter> = InlineArray { _ in Counter() }
    /// Locked only for a new route and for reading.
    private let routes = Mutex<[RouteCounters]>([])

    func addRoute(_ name: String) -> RouteCounters {
        let route = RouteCounters(name)
        routes.withLock { $0.append(route) }
        return route
    }

    func refuse(_ refusal: RefusalKind) {
        refusals[refusal.rawValue].add()
    }

    func count(of refusal: RefusalKind) -> Int {
        refusals[refusal.rawValue].count
    }

    /// All routes answered so far.
    var all: [RouteCounters] { routes.withLock { $0 } }
}

/// Why the server itself refused a request, in a word that metrics can be grouped by.
enum RefusalKind: Int, CaseIterable {
    /// It is no request, or two readers could understand it differently.
    case malformed
    /// Longer or more than is taken.
    case tooLarge
    /// A method, coding, version or expectation that is not known here.
    case unsupported
    /// It came too slowly.
    case timeout
    /// There was no room for it.
    case overload
    /// The client went before it had its answer.
    case abandoned

    init(_ status: HTTPStatus) {
        self =
            switch status {
            case .contentTooLarge, .uriTooLong, .requestHeaderFieldsTooLarge: .tooLarge
            case .notImplemented, .httpVersionNotSupported, .expectationFailed: .unsupported
            case .requestTimeout: .timeout
            case .serviceUnavailable, .tooManyRequests: .overload
            default: .malformed
            }
    }

    var label: String {
        switch self {
        case .malformed: "malformed"
        case .tooLarge: "too_large"
        case .unsupported: "unsupported"
        case .timeout: "timeout"
        case .overload: "overload"
        case .abandoned: "abandoned"
        }
    }
}
