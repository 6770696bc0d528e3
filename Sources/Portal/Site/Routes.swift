import HTTPServer

/// The addresses of the portal, each with who may use it.
///
/// A route names what it asks of its reader, and its handler gets what follows from that: one
/// that asks for a permission gets the `Member` who has it.
struct Routes: Sendable {
    typealias Handler = @Sendable (Request, Visit) throws -> Response
    typealias MemberHandler = @Sendable (Request, Visit, Member) throws -> Response

    /// What is done with a form that comes after its session has ended, or that was drawn for
    /// another one.
    enum Keeping: Sendable {
        /// What was typed is kept for a while, for whoever typed it.
        case form
        /// The page is drawn anew from what was typed, if it comes from here, and nothing is done.
        case page(Handler)
        /// It holds a secret, or nothing that was typed.
        case nothing
    }

    struct Route: Sendable {
        enum Answering: Sendable {
            case open(Handler)
            case member(MemberHandler)
        }

        let method: Method
        let pattern: String
        let demand: Demand
        let keeping: Keeping
        /// Whether files may come with the form.
        var takesFiles = false
        /// Whether the page takes so long that those who share its thread would notice.
        var isSlow = false
        let answering: Answering
    }

    private(set) var router = Router<Route>()
    /// The pages among them that take long.
    private(set) var slow = Router<Route>()
    /// All of them, in the order in which they were added.
    private(set) var all: [Route] = []
    /// The patterns of pages that are the same for all strangers.
    private var sameForStrangers: Set<String> = []
    /// Patterns whose addresses hold a secret, and what stands before that.
    private var confidential: [(beginning: String, pattern: String)] = []

    /// A page that may be open to those who have not signed in.
    mutating func get(
        _ pattern: String, _ permission: OpenPermission, _ handler: @escaping Handler
    ) {
        add(
            Route(
                method: .get, pattern: pattern, demand: .open(permission), keeping: .nothing,
                answering: .open(handler)))
    }

    /// A page for those who have a permission; one that is slow to draw is drawn where forms are
    /// taken, so that no other page waits for it.
    mutating func get(
        _ pattern: String, _ permission: Permission, isSlow: Bool = false,
        _ handler: @escaping MemberHandler
    ) {
        add(
            Route(
                method: .get, pattern: pattern, demand: .member(permission), keeping: .nothing,
                isSlow: isSlow, answering: .member(handler)))
    }

    /// A form that may be sent by those who have not signed in.
    mutating func post(
        _ pattern: String, _ permission: OpenPermission, keeping: Keeping = .nothing,
        _ handler: @escaping Handler
    ) {
        add(
            Route(
                method: .post, pattern: pattern, demand: .open(permission), keeping: keeping,
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

    /// A form with files, for those who have a permission.
    ///
    /// Nothing of it is kept when its session has ended: files are too large for that.
    mutating func post(
        _ pattern: String, _ permission: Permission, takesFiles: Bool,
        _ handler: @escaping MemberHandler
    ) {
        add(
            Route(
                method: .post, pattern: pattern, demand: .member(permission), keeping: .nothing,
                takesFiles: takesFiles, answering: .member(handler)))
    }

    /// The pattern of the route whose addresses hold a secret, if this path may be one of them.
    ///
    /// A parameter called `token` is such a secret. A path that only begins as the pattern does
    /// may be one that was mistyped.
    func confidentialPattern(_ path: String) -> String? {
        confidential.first { path.hasPrefix($0.beginning) }?.pattern
    }

    /// Whether what is behind a pattern is the same for all strangers.
    func isSameForStrangers(_ pattern: String) -> Bool {
        sameForStrangers.contains(pattern)
    }

    private mutating func add(_ route: Route) {
        if route.method == .get, route.demand.isSameForStrangers {
            sameForStrangers.insert(route.pattern)
        }
        let segments = route.pattern.split(separator: "/")
        if let place = segments.firstIndex(of: ":token") {
            let beginning = "/" + segments[..<place].joined(separator: "/")
            confidential.append((beginning + "/", route.pattern))
        }
        router.add(route.method, route.pattern, route)
        if route.isSlow { slow.add(route.method, route.pattern, route) }
        all.append(route)
    }
}
