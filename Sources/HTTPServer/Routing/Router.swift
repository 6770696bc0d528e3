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
    @usableFromInline var tree = RouteTree()
    @usableFromInline var routes: [(handler: Handler, names: [String])] = []

    /// Creates a router without routes.
    public init() {}

    /// Adds a route; one that is there already is our own mistake.
    public mutating func add(_ method: Method, _ pattern: String, _ handler: Handler) {
        let parsed = Pattern(pattern)
        let isNew = tree.add(method, parsed.segments, routes.count)
        precondition(isNew, "\(method.rawValue) \(pattern) is routed twice")
        routes.append((handler, parsed.names))
    }

    /// Finds the handler for a path as `Request.path` has it, still encoded.
    @inlinable
    public func match(_ method: Method, _ path: String) -> RouteMatch<Handler> {
        switch tree.match(method, path) {
        case .found(let number, let values):
            .found(routes[number].handler, PathParameters(routes[number].names, values))
        case .methodNotAllowed(let allowed): .methodNotAllowed(allow: allowed)
        case .notFound: .notFound
        }
    }
}

extension Router: Sendable where Handler: Sendable {}
