package import HTTPServer
import Mustache
import SQLite

/// The portal as one thread sees it: its routes, its templates, its own database connection.
package final class Site {
    private var settings: Settings
    private let database: Database
    private let content: SiteContent
    private let watch: SiteWatch
    private let securityFields = SecurityFields.all()
    private let router: Router<Routes.Route>
    private var templates: TemplateLibrary
    private var publicFiles: StaticFiles
    private var frame: Frame
    /// The number of the content that templates and files are from.
    private var contentNumber: Int
    private let health: Response
    private var lastChange: LastChange
    private let log: (String) -> Void

    /// Opens the portal's database for reading; `log` is told of every failure, in one line.
    package init(_ plan: SitePlan, log: @escaping (String) -> Void) throws {
        content = plan.content
        watch = plan.watch
        contentNumber = content.number
        let current = content.current
        settings = current.settings
        templates = try TemplateLibrary(current.templateTexts)
        publicFiles = current.publicFiles
        frame = current.frame
        lastChange = LastChange(contentReadAt: current.readAt)
        database = try Database.open(current.settings, .readOnly)
        watch.add(database)
        router = Self.routes.router
        health = Self.health
        self.log = log
    }

    private static var routes: Routes {
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

    /// Answers a request; nothing thrown below gets past here.
    package func respond(to request: Request) -> Response {
        if request.path == WatchRoutes.health, request.method == .get || request.method == .head {
            return health
        }
        do {
            return try answer(request)
        } catch {
            return secured(explain(error, to: request))
        }
    }

    /// The response with the fields that every one of ours has; whole files have them already.
    private func secured(_ response: Response) -> Response {
        var response = response
        response.headers.set(contentsOf: securityFields)
        return response
    }

    private func answer(_ request: Request) throws -> Response {
        if content.number != contentNumber { try takeContent() }
        if settings.reloadsTemplates {
            templates = try TemplateLibrary(
                TemplateLibrary.texts(below: settings.folder("Templates")))
        }
        switch router.match(request.method, request.path) {
        case .found(let route, let parameters):
            guard route.permission.allows(.visitor) else { throw Refusal.forbidden }
            // All questions of one page are answered from one state of the database.
            var response = try database.snapshot {
                let visit = try visit(parameters, request)
                let response = try route.handler(request, visit)
                return try validated(response)
            }
            response.route = route.pattern
            return secured(response)
        case .methodNotAllowed(let allowed):
            throw Refusal.methodNotAllowed(allowed)
        case .notFound:
            return try publicFile(request)
        }
    }

    /// Takes over what has been read anew; it was parsed before, so that this succeeds.
    private func takeContent() throws {
        contentNumber = content.number
        let current = content.current
        settings = current.settings
        templates = try TemplateLibrary(current.templateTexts)
        publicFiles = current.publicFiles
        frame = current.frame
        lastChange = LastChange(contentReadAt: current.readAt)
    }

    /// The response with what a browser needs to ask later whether the page has changed, unless
    /// the handler says that it is not to be kept.
    private func validated(_ response: Response) throws -> Response {
        guard response.status == .ok, !response.headers.contains("Cache-Control") else {
            return response
        }
        var response = response
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
            return file.status == .ok ? file : secured(file)
        }
        guard publicFiles.contains(name) else { throw Refusal.notFound }
        throw Refusal.methodNotAllowed([.get, .head, .options])
    }

    private func visit(_ parameters: PathParameters, _ request: Request) throws -> Visit {
        visit(parameters, request, try PageFormat(request.query, of: request.target))
    }

    private func visit(
        _ parameters: PathParameters, _ request: Request, _ format: PageFormat
    ) -> Visit {
        Visit(
            database: database, templates: templates, frame: frame, settings: settings,
            reader: .visitor, parameters: parameters, watch: watch, target: request.target,
            format: format)
    }

    /// The page that tells of `error`: what the reader can do about a refusal, and for anything
    /// else that it is our fault, with the request's name, which is also in the log.
    private func explain(_ error: any Error, to request: Request) -> Response {
        let visit = visit(PathParameters(), request, .html)
        do {
            if let refusal = error as? Refusal {
                return try ErrorPages.refusal(refusal, of: request, visit)
            }
            log("error \(request.id) \(request.method.rawValue) \(request.target): \(error)")
            return try ErrorPages.problem(with: request, visit)
        } catch {
            log("error \(request.id): the page that tells of an error failed: \(error)")
            return .text(
                "Sorry, there is a problem with the service. Try again later.\n",
                status: .internalServerError)
        }
    }
}
