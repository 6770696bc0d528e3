import HTTPServer

/// The addresses of the portal, each with who may use it.
///
/// A route names what it asks of its reader, and its handler gets what follows from that: one
/// that asks for a permission gets the `Member` who has it.
struct Routes {
    typealias Handler = (Request, Visit) throws -> Response
    typealias MemberHandler = (Request, Visit, Member) throws -> Response

    /// What is done with a form that comes after its session has ended.
    enum Keeping: Sendable {
        /// What was typed is kept for a while, for whoever typed it.
        case form
        /// It holds a secret, or nothing that was typed.
        case nothing
    }

    struct Route {
        enum Answering {
            case open(Handler)
            case member(MemberHandler)
        }

        let method: Method
        let pattern: String
        let demand: Demand
        let keeping: Keeping
        let answering: Answering
    }

    private(set) var router = Router<Route>()
    /// All of them, in the order in which they were added.
    private(set) var all: [Route] = []

    /// A page that may be open to those who have not signed in.
    mutating func get(
        _ pattern: String, _ permission: OpenPermission, _ handler: @escaping Handler
    ) {
        add(
            Route(
                method: .get, pattern: pattern, demand: .open(permission), keeping: .nothing,
                answering: .open(handler)))
    }

    /// A page for those who have a permission.
    mutating func get(
        _ pattern: String, _ permission: Permission, _ handler: @escaping MemberHandler
    ) {
        add(
            Route(
                method: .get, pattern: pattern, demand: .member(permission), keeping: .nothing,
                answering: .member(handler)))
    }

    /// A form that may be sent by those who have not signed in.
    mutating func post(
        _ pattern: String, _ permission: OpenPermission, _ handler: @escaping Handler
    ) {
        add(
            Route(
                method: .post, pattern: pattern, demand: .open(permission), keeping: .nothing,
                answering: .open(handler)))
    }

    /// A form for those who have a permission; its page has the same address.
    mutating func post(
        _ pattern: String, _ permission: Permission, keeping: Keeping = .form,
        _ handler: @escaping MemberHandler
    ) {
        add(
            Route(
                method: .post, pattern: pattern, demand: .member(permission), keeping: keeping,
                answering: .member(handler)))
    }

    private mutating func add(_ route: Route) {
        router.add(route.method, route.pattern, route)
        all.append(route)
    }
}
