import HTTPServer

/// The addresses of the portal, each with who may use it.
struct Routes {
    typealias Handler = (Request, Visit) throws -> Response

    struct Route {
        let pattern: String
        let permission: Permission
        let handler: Handler
    }

    private(set) var router = Router<Route>()

    mutating func get(
        _ pattern: String, _ permission: Permission, _ handler: @escaping Handler
    ) {
        router.add(.get, pattern, Route(pattern: pattern, permission: permission, handler: handler))
    }
}
