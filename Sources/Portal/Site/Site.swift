package import HTTPServer
import Mustache
import SQLite

/// The portal as one thread sees it: its routes, its templates, its own database connection.
package final class Site {
    private let settings: Settings
    private let database: Database
    private let frame: Frame
    private let publicFiles: StaticFiles
    private let securityFields = SecurityFields.all()
    private let router: Router<Routes.Route>
    private var templates: TemplateLibrary
    private let log: (String) -> Void

    /// Opens the portal's database for reading; `log` is told of every failure, in one line.
    package init(_ plan: SitePlan, log: @escaping (String) -> Void) throws {
        settings = plan.settings
        templates = try TemplateLibrary(plan.templateTexts)
        publicFiles = plan.publicFiles
        frame = plan.frame
        database = try Database.open(plan.settings, .readOnly)
        router = Self.routes.router
        self.log = log
    }

    private static var routes: Routes {
        var routes = Routes()
        HomeRoutes.add(to: &routes)
        ScorecardRoutes.add(to: &routes)
        MeasureRoutes.add(to: &routes)
        StrategyRoutes.add(to: &routes)
        HelpRoutes.add(to: &routes)
        return routes
    }

    /// Answers a request; nothing thrown below gets past here.
    package func respond(to request: Request) -> Response {
        var response: Response
        do {
            response = try answer(request)
        } catch {
            response = explain(error, to: request)
        }
        response.headers.set(contentsOf: securityFields)
        return response
    }

    private func answer(_ request: Request) throws -> Response {
        if settings.reloadsTemplates {
            templates = try TemplateLibrary(
                TemplateLibrary.texts(below: settings.folder("Templates")))
        }
        switch router.match(request.method, request.path) {
        case .found(let route, let parameters):
            guard route.permission.allows(.visitor) else { throw Refusal.forbidden }
            // All questions of one page are answered from one state of the database.
            return try database.snapshot { try route.handler(request, visit(parameters)) }
        case .methodNotAllowed(let allowed):
            throw Refusal.methodNotAllowed(allowed)
        case .notFound:
            return try publicFile(request)
        }
    }

    private func publicFile(_ request: Request) throws -> Response {
        let name = String(request.path.dropFirst())
        if let file = publicFiles.respond(to: request, name: name) { return file }
        guard publicFiles.contains(name) else { throw Refusal.notFound }
        throw Refusal.methodNotAllowed([.get, .head, .options])
    }

    private func visit(_ parameters: PathParameters) -> Visit {
        Visit(
            database: database, templates: templates, frame: frame, settings: settings,
            reader: .visitor, parameters: parameters)
    }

    /// The page that tells of `error`: what the reader can do about a refusal, and for anything
    /// else that it is our fault, with a number that is also in the log.
    private func explain(_ error: any Error, to request: Request) -> Response {
        let visit = visit(PathParameters())
        do {
            if let refusal = error as? Refusal {
                return try ErrorPages.refusal(refusal, of: request, requestID: nil, visit)
            }
            let number = String(UInt32.random(in: .min ... .max), radix: 36)
            log("error \(number) \(request.method.rawValue) \(request.target): \(error)")
            return try ErrorPages.problem(number, with: request, visit)
        } catch {
            log("error: the page that tells of an error failed: \(error)")
            return .text(
                "Sorry, there is a problem with the service. Try again later.\n",
                status: .internalServerError)
        }
    }
}
