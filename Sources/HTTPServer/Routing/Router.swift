/// What a router finds for a method and a path.
public enum RouteMatch<Handler> {
    /// The handler, and what stood in the path for its parameters.
    case found(Handler, PathParameters)
    /// The path is there, but not for this method; these it takes.
    ///
    /// `Response.methodNotAllowed(_:)` says so, and the server makes 204 of it for OPTIONS.
    case methodNotAllowed(allow: [Method])
    /// There is no such path.
    case notFound
}

/// Finds the handler for a request by its method and path.
///
/// A segment of a pattern that begins with a colon matches any one segment that is not empty,
/// one that begins with an asterisk, which must be the last, matches all that are left. What is
/// literal goes before what is not, from the left. `/a` and `/a/` are different paths.
/// HEAD matches what GET does.
public struct Router<Handler> {
    fileprivate struct Node {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var rest: Int?
        var routes: [(method: Method, handler: Handler, names: [String])] = []
    }

    private var nodes = [Node()]

    /// Creates a router without routes.
    public init() {}

    /// Adds a route; one that is there already is our own mistake.
    public mutating func add(_ method: Method, _ pattern: String, _ handler: Handler) {
        let parsed = Pattern(pattern)
        var place = 0
        for segment in parsed.segments { place = step(from: place, segment) }
        precondition(
            !nodes[place].routes.contains { $0.method == method },
            "\(method.rawValue) \(pattern) is routed twice")
        nodes[place].routes.append((method, handler, parsed.names))
    }

    /// Finds the handler for a path as `Request.path` has it, still encoded.
    public func match(_ method: Method, _ path: String) -> RouteMatch<Handler> {
        let segments = path.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).map { Percent.decode($0) }
        var search = Search(method: method, segments: segments)
        if let (place, route) = find(0, 0, &search) {
            let found = nodes[place].routes[route]
            return .found(found.handler, PathParameters(found.names, search.values))
        }
        guard !search.allowed.isEmpty else { return .notFound }
        return .methodNotAllowed(allow: Method.allCases.filter(search.allowed.contains))
    }

    private struct Search {
        let method: Method
        let segments: [String]
        var values: [String] = []
        var allowed: Set<Method> = []
    }

    private func find(
        _ place: Int, _ depth: Int, _ search: inout Search
    ) -> (place: Int, route: Int)? {
        guard depth < search.segments.count else { return choose(place, &search) }
        let segment = search.segments[depth]
        if let next = nodes[place].literals[segment], let found = find(next, depth + 1, &search) {
            return found
        }
        guard !segment.isEmpty else { return nil }
        if let next = nodes[place].parameter {
            search.values.append(segment)
            if let found = find(next, depth + 1, &search) { return found }
            search.values.removeLast()
        }
        if let next = nodes[place].rest {
            search.values.append(search.segments[depth...].joined(separator: "/"))
            if let found = choose(next, &search) { return found }
            search.values.removeLast()
        }
        return nil
    }

    /// The route of a place for the method, or a note of the methods it has.
    private func choose(_ place: Int, _ search: inout Search) -> (place: Int, route: Int)? {
        let routes = nodes[place].routes
        if let exact = routes.firstIndex(where: { $0.method == search.method }) {
            return (place, exact)
        }
        if search.method == .head, let get = routes.firstIndex(where: { $0.method == .get }) {
            return (place, get)
        }
        for route in routes { search.allowed.insert(route.method) }
        if search.allowed.contains(.get) { search.allowed.insert(.head) }
        if !routes.isEmpty { search.allowed.insert(.options) }
        return nil
    }

    private mutating func step(from place: Int, _ segment: Pattern.Segment) -> Int {
        let known =
            switch segment {
            case .literal(let text): nodes[place].literals[text]
            case .parameter: nodes[place].parameter
            case .rest: nodes[place].rest
            }
        if let known { return known }
        nodes.append(Node())
        switch segment {
        case .literal(let text): nodes[place].literals[text] = nodes.count - 1
        case .parameter: nodes[place].parameter = nodes.count - 1
        case .rest: nodes[place].rest = nodes.count - 1
        }
        return nodes.count - 1
    }
}

extension Router: Sendable where Handler: Sendable {}
extension Router.Node: Sendable where Handler: Sendable {}
