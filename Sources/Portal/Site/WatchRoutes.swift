import HTTPServer

/// What programs ask that look after the portal: whether it lives, whether it should get
/// requests, and its numbers.
enum WatchRoutes {
    static let health = "/health"

    static func add(to routes: inout Routes) {
        routes.get(health, .readAlways, alive)
        routes.get("/ready", .readAlways, ready)
        routes.get("/metrics", .readAlways, metrics)
    }

    /// `ok`, since the process answers.
    static func alive() -> Response {
        text("ok\n")
    }

    private static func alive(_ request: Request, _ visit: Visit) -> Response {
        alive()
    }

    /// `ready` when the database can be read and has this program's schema.
    private static func ready(_ request: Request, _ visit: Visit) -> Response {
        guard let obstacle = visit.watch.obstacle(visit.database) else { return text("ready\n") }
        return text("not ready: \(obstacle)\n", status: .serviceUnavailable)
    }

    /// The numbers, where they are asked to be shown, for programs on this machine only: to others
    /// there is no such page.
    private static func metrics(_ request: Request, _ visit: Visit) throws -> Response {
        guard visit.settings.showsMetrics, request.comesFromThisMachine else {
            throw Refusal.notFound
        }
        var response = text(visit.watch.metrics)
        response.headers.set("Content-Type", Exposition.contentType)
        return response
    }

    private static func text(_ text: String, status: HTTPStatus = .ok) -> Response {
        var response = Response.text(text, status: status)
        response.headers.add("Cache-Control", "no-store")
        return response
    }
}
