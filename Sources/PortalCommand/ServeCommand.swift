import HTTPServer
import Portal

/// `portal serve`: the portal as web pages.
enum ServeCommand: Command {
    static let name = "serve"
    static let summary = "Serves the portal's pages until it is told to stop."
    static let options = [Option.root, .database, host, port, loops, day, development]

    private static let host = Option(
        name: "host", value: "ADDRESS", summary: "where to listen (default: 127.0.0.1)")
    private static let port = Option(
        name: "port", value: "NUMBER", summary: "the port (default: 8080; 0 is any free one)")
    private static let loops = Option(
        name: "loops", value: "NUMBER", summary: "event loops (default: one for each processor)")
    private static let day = Option(
        name: "today", value: "DATE",
        summary: "the day to take for today, as 2026-04-30 (default: the clock's)")
    private static let development = Option(
        name: "development", value: nil, summary: "reads the templates anew for every page")

    static func run(_ arguments: Arguments) throws {
        var settings = Settings(arguments)
        settings.reloadsTemplates = arguments.has(development)
        if let text = arguments[day] {
            guard let today = Clock.fixed(on: text) else {
                throw UsageError("--today «\(text)» is not a date like 2026-04-30")
            }
            settings.today = today
        }
        let plan = try SitePlan(settings)
        var options = ServerOptions(
            .tcp(
                host: arguments[host] ?? "127.0.0.1",
                port: UInt16(try arguments.integer(port, in: 0...65_535) ?? 8080)))
        if let count = try arguments.integer(loops, in: 1...256) { options.loops = count }
        options.stopsOnSignals = true
        options.errorResponse = plan.errorResponse
        let server = Server(options) {
            let site = try Site(plan) { Terminal.complain("portal: \($0)") }
            return { site.respond(to: $0) }
        }
        try server.run { addresses in
            Terminal.say(
                "Serving on \(addresses.map(\.description).joined(separator: " and "))")
        }
    }
}
