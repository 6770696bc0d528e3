import HTTPServer
import Mustache
import SQLite

/// The portal as one thread sees it: its routes, its templates, its own database connection.
package final class Site {
    private(set) var settings: Settings
    /// For pages.
    let reading: Database
    /// For forms, on the threads that take them.
    private var writing: Database?
    private let presence: Presence
    let refusals: RefusalNotes
    let content: SiteContent
    private let watch: SiteWatch
    private let securityFields = SecurityFields.all()
    private let scriptedFields = SecurityFields.all(isScripted: true)
    let routes: Routes
    private var templates: SiteTemplates
    private var publicFiles: StaticFiles
    private var frame: Frame
    private var reportStyle: ReportStyle
    private var passwords: PasswordKeeping
    /// The number of the content that templates and files are from.
    private var contentNumber: Int
    private let health: Response
    private var lastChange: LastChange
    var pages: PageCache
    let log: (String) -> Void

    /// Opens the portal's database for reading; `log` is told of every failure, in one line.
    package convenience init(_ plan: SitePlan, log: @escaping (String) -> Void) throws {
        try self.init(plan, Self.routes, log: log)
    }

    /// The same with what tests give: addresses of their own, and templates that were parsed
    /// before, since they make a site for each question.
    init(
        _ plan: SitePlan, _ routes: Routes, _ parsed: TemplateLibrary? = nil,
        log: @escaping (String) -> Void
    ) throws {
        content = plan.content
        watch = plan.watch
        contentNumber = content.number
        let current = content.current
        settings = current.settings
        templates = parsed.map(SiteTemplates.init) ?? SiteTemplates(current.templateTexts)
        publicFiles = current.publicFiles
        frame = current.frame
        reportStyle = current.reportStyle
        passwords = current.passwords
        lastChange = LastChange(contentReadAt: current.readAt)
        reading = try Database.open(current.settings, .readOnly)
        // Templates that are read anew for each page may be others each time.
        pages = PageCache(
            limit: current.settings.reloadsTemplates ? 0 : current.settings.pageCache)
        presence = plan.presence
        refusals = plan.refusals
        watch.add(reading)
        watch.add(pages.counters)
        self.routes = routes
        health = Self.health
        self.log = log
    }

    /// Every address of the portal, with what it asks of its reader.
    static var routes: Routes {
        var routes = Routes()
        HomeRoutes.add(to: &routes)
        ScorecardRoutes.add(to: &routes)
        ViewRoutes.add(to: &routes)
        MeasureListRoutes.add(to: &routes)
        MeasureRoutes.add(to: &routes)
        StrategyRoutes.add(to: &routes)
        BoardRoutes.add(to: &routes)
        VoiceRoutes.add(to: &routes)
        ReportRoutes.add(to: &routes)
        DataRoutes.add(to: &routes)
        SearchRoutes.add(to: &routes)
        HelpRoutes.add(to: &routes)
        LegalRoutes.add(to: &routes)
        SignInRoutes.add(to: &routes)
        SignOnRoutes.add(to: &routes)
        AccountPagesRoutes.add(to: &routes)
        SecondFactorRoutes.add(to: &routes)
        LinkRoutes.add(to: &routes)
        TimeLeftRoutes.add(to: &routes)
        PeopleRoutes.add(to: &routes)
        TrailRoutes.add(to: &routes)
        WithheldRoutes.add(to: &routes)
        TaskListRoutes.add(to: &routes)
        UploadRoutes.add(to: &routes)
        CalendarRoutes.add(to: &routes)
        GridRoutes.add(to: &routes)
        EntryRoutes.add(to: &routes)
        RevisingRoutes.add(to: &routes)
        ApprovalRoutes.add(to: &routes)
        RoundRoutes.add(to: &routes)
        PublicationRoutes.add(to: &routes)
        WritingRoutes.add(to: &routes)
        DeliveryRoutes.add(to: &routes)
        FinanceRoutes.add(to: &routes)
        FreezingRoutes.add(to: &routes)
        FrozenReportRoutes.add(to: &routes)
        CommitteeRoutes.add(to: &routes)
        WatchRoutes.add(to: &routes)
        return routes
    }

    /// Made once and only copied: those who balance load ask for it without end.
    private static var health: Response {
        var response = WatchRoutes.alive()
        response.route = WatchRoutes.health
        response.headers.set(contentsOf: SecurityFields.all())
        return response
    }

    /// Answers from what is drawn now.
    func answer(_ request: Request) -> Response {
        if isHealthCheck(request) { return health }
        var arrival = Arrival.stranger
        do {
            if content.number != contentNumber { try takeContent() }
            let database = try database(for: request)
            arrival = try database.arrival(of: request, settings, presence)
            return try answer(request, arrival, database)
        } catch {
            note(error, request, arrival)
            let response = explain(error, to: request, arrival)
            return secured(response, isScripted: arrival.session != nil)
        }
    }

    /// The connection that a request is answered from.
    ///
    /// Only forms are answered from one that writes, and the way in that single sign-on takes.
    /// They are given to threads of their own, so that a page never waits for what is written;
    /// each opens it when it is first needed.
    private func database(for request: Request) throws -> Database {
        guard request.method == .post || settings.signOn.begins(request) else { return reading }
        if let writing { return writing }
        let opened = try Database.open(settings, .readWrite)
        watch.add(opened)
        writing = opened
        return opened
    }

    /// The response with the fields that every one of ours has; whole files have them already.
    private func secured(_ response: Response, isScripted: Bool) -> Response {
        var response = response
        // What is a whole document of its own says itself what it may load.
        let policy = response.headers["Content-Security-Policy"]
        response.headers.set(contentsOf: isScripted ? scriptedFields : securityFields)
        if let policy { response.headers.set("Content-Security-Policy", policy) }
        if !settings.isPublic { response.headers.set("X-Robots-Tag", "noindex") }
        return response
    }

    private func answer(
        _ request: Request, _ arrival: Arrival, _ database: Database
    ) throws -> Response {
        if settings.reloadsTemplates {
            templates = SiteTemplates(
                try TemplateLibrary(TemplateLibrary.texts(below: settings.folder("Templates"))))
        }
        switch routes.router.match(request.method, request.path) {
        case .found(let route, let parameters):
            let call = Call(
                route: route, request: request, arrival: arrival, parameters: parameters)
            var response = try answer(call, database)
            response.route = route.pattern
            return secured(response, isScripted: call.isScripted)
        case .methodNotAllowed(let allowed):
            throw Refusal.methodNotAllowed(allowed)
        case .notFound:
            return try publicFile(request)
        }
    }

    private func answer(_ call: Call, _ database: Database) throws -> Response {
        if call.request.method == .post { return try take(call, database) }
        // What is read before it is written must be read under the lock of the writing.
        guard database === reading else {
            return try validated(show(call, database), call, database)
        }
        // All questions of one page are answered from one state of the database.
        return try database.snapshot { try validated(show(call, database), call, database) }
    }

    /// Takes over what has been read anew; it was parsed before, so that this succeeds.
    private func takeContent() throws {
        contentNumber = content.number
        let current = content.current
        settings = current.settings
        templates = SiteTemplates(current.templateTexts)
        publicFiles = current.publicFiles
        frame = current.frame
        reportStyle = current.reportStyle
        passwords = current.passwords
        lastChange = LastChange(contentReadAt: current.readAt)
    }

    /// The response with what a browser needs to ask later whether the page has changed, unless
    /// it is for one reader alone, or the handler says that it is not to be kept.
    private func validated(
        _ response: Response, _ call: Call, _ database: Database
    ) throws -> Response {
        var response = response
        let isPersonal = call.arrival.session != nil || call.route.demand == .open(.enter)
        guard !isPersonal, settings.isPublic, response.status.rawValue < 400 else {
            response.headers.set("Cache-Control", "no-store")
            return response
        }
        guard response.status == .ok, !response.headers.contains("Cache-Control") else {
            return response
        }
        response.headers.set("ETag", EntityTag.of(response.body))
        let moment = try lastChange.moment(database, settings)
        response.headers.set("Last-Modified", moment.description)
        response.headers.set("Cache-Control", "no-cache")
        return response
    }

    private func publicFile(_ request: Request) throws -> Response {
        let name = String(request.path.dropFirst())
        if var file = publicFiles.respond(to: request, name: name) {
            file.route = "/*file"
            return file.status == .ok ? file : secured(file, isScripted: false)
        }
        guard publicFiles.contains(name) else { throw Refusal.notFound }
        throw Refusal.methodNotAllowed([.get, .head, .options])
    }

    func visit(
        _ call: Call, _ database: Database, _ token: SessionToken?,
        submission: Submission? = nil, format: PageFormat = .html
    ) -> Visit {
        Visit(
            database: database, templates: templates, frame: frame, reportStyle: reportStyle,
            settings: settings, parameters: call.parameters, watch: watch, passwords: passwords,
            presence: presence, arrival: call.arrival, token: token,
            submission: submission, path: call.request.path, address: call.request.peerAddress,
            requestID: call.request.id.description,
            agent: call.request.headers["User-Agent"] ?? "",
            isSecure: call.request.scheme == "https", now: settings.now(),
            target: call.request.target, format: format, refusals: refusals,
            isScripted: call.isScripted)
    }

    /// A visit for a page that is none of a route's.
    func visit(_ request: Request, _ arrival: Arrival) -> Visit {
        Visit(
            database: reading, templates: templates, frame: frame, reportStyle: reportStyle,
            settings: settings, parameters: PathParameters(), watch: watch, passwords: passwords,
            presence: presence, arrival: arrival,
            token: arrival.session == nil ? nil : arrival.token, submission: nil,
            path: request.path, address: request.peerAddress,
            requestID: request.id.description, agent: "", isSecure: request.scheme == "https",
            now: settings.now(), target: request.target, format: .html, refusals: refusals,
            isScripted: arrival.session != nil)
    }
}
