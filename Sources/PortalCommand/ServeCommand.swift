import HTTPServer
import Portal

/// `portal serve`: the portal as web pages.
enum ServeCommand: Command {
    static let name = "serve"
    static let summary = "Serves the portal's pages until it is told to stop."
    static let options =
        [Option.root, .database, .settings] + ServeOptions.all + [metrics, day, development]

    private static let metrics = Option(
        name: "metrics", value: nil,
        summary: "shows /metrics, in Prometheus' format, to programs on this machine")
    private static let day = Option(
        name: "today", value: "DATE",
        summary: "the day to take for today, as 2026-04-30 (default: the clock's)")
    private static let development = Option(
        name: "development", value: nil, summary: "reads the templates anew for every page")

    static func run(_ arguments: Arguments) throws {
        // Before anything is read, which would be read twice.
        BlockCache.enlarge()
        var options = try ServeOptions.read(arguments)
        var settings = try Settings(arguments)
        settings.reloadsTemplates = arguments.has(development)
        settings.showsMetrics = arguments.has(metrics)
        settings.pageCache = try ServeOptions.pageCache(arguments, loops: options.loops)
        if let text = arguments[day] {
            guard let today = Clock.fixed(on: text) else {
                throw UsageError("--today «\(text)» is not a date like 2026-04-30")
            }
            settings.today = today
        }
        let plan = try SitePlan(settings)
        remark(plan)
        options.stopsOnSignals = true
        options.systemd = .ofThisProcess
        options.state = plan.watch.state
        options.errorResponse = plan.errorResponse
        options.isSlow = plan.isSlow
        options.notice = { Terminal.complain("portal: \($0)") }
        options.reload = { reload(plan) }
        options.upkeep = { isLast in
            plan.upkeep(isLast: isLast) { Terminal.complain("portal: \($0)") }
        }
        options.bodyLimit = plan.bodyLimit
        options.makeWork = {
            plan.makeWork { Terminal.complain("portal: \($0)") }
        }
        let server = Server(options) {
            let site = try Site(plan) { Terminal.complain("portal: \($0)") }
            return { site.respond(to: $0) }
        }
        try server.run { [settings] addresses in
            Terminal.say(
                "Serving on \(addresses.map(\.description).joined(separator: " and "))")
            invite(settings, at: addresses)
            StartingMemory.giveBack()
        }
    }

    /// Says how the first administrator is set up, if there is none yet; pages are shown meanwhile.
    private static func invite(_ settings: Settings, at addresses: [BoundAddress]) {
        let made: PeopleOffice.MadeLink?
        do {
            made = try PeopleOffice.setUpLink(settings)
        } catch {
            return Terminal.complain("portal: no link to set up an administrator: \(error)")
        }
        guard let link = made else { return }
        let host = addresses.first { $0.port != nil }?.description ?? ""
        let address = link.isWhole ? link.address : host + link.address
        Terminal.say(
            "No administrator has been set up yet. Open \(address) within \(link.life) to set "
                + "one up.")
    }

    private static func remark(_ plan: SitePlan) {
        for remark in plan.remarks { Terminal.complain("portal: \(remark)") }
    }

    private static func reload(_ plan: SitePlan) {
        do {
            try plan.reload()
            Terminal.complain("portal: settings, templates and public files are read anew")
            remark(plan)
        } catch {
            Terminal.complain(
                "portal: settings, templates and public files stay as they were: \(error)")
        }
    }
}
