import HTTPServer
import Mustache

/// The answers that tell what went wrong and what to do: a page for browsers, a line for others.
enum ErrorPages {
    /// The answer to a request that a handler, or the want of one, refused.
    static func refusal(
        _ refusal: Refusal, of request: Request, _ visit: Visit
    ) throws -> Response {
        let page = ErrorPage(refusal, requestID: request.id.description)
        var response = try answer(page, to: request, visit)
        if case .methodNotAllowed(let allowed) = refusal {
            response.headers.set("Allow", allowed.map(\.rawValue).joined(separator: ", "))
        }
        return response
    }

    /// The answer to a fault of ours.
    static func problem(with request: Request, _ visit: Visit) throws -> Response {
        let page = ErrorPage(.internalServerError, requestID: request.id.description)
        return try answer(page, to: request, visit)
    }

    /// The answer to what the database could not do for now, with what was typed to send again.
    static func hindrance(
        _ hindrance: Hindrance, of request: Request, _ visit: Visit
    ) throws -> Response {
        let isSent = request.method == .post
        let page = ErrorPage(hindrance, isSent: isSent, requestID: request.id.description)
        var response = try answer(page, to: request, visit)
        response.headers.set("Retry-After", "\(hindrance.patience)")
        // What was typed comes back with the secrets of its form.
        if hindrance.form != nil { response.isCompressible = false }
        return response
    }

    private static func answer(
        _ page: ErrorPage, to request: Request, _ visit: Visit
    ) throws -> Response {
        var response =
            request.asksForPage
            ? try visit.page(page, status: page.status)
            : .text(page.line, status: page.status)
        response.headers.set("Vary", "Accept")
        // What is wrong now may be right when it is asked for again.
        response.headers.set("Cache-Control", "no-store")
        return response
    }
}

/// What is told of an error.
struct ErrorPage: Page {
    static let template = "errors/show"
    let section: Section? = nil
    let address: String? = nil
    let status: HTTPStatus
    private var wording: ErrorWording
    private var choicesHeading = ""
    private var choices: [Link] = []
    private var form: Hindrance.Form?
    private let requestID: String

    /// What is told of a status; `requestID` is what the log calls the request.
    init(_ status: HTTPStatus, requestID: String) {
        self.status = status
        wording = ErrorWording(status)
        self.requestID = requestID
    }

    /// What is told of a refusal.
    init(_ refusal: Refusal, requestID: String) {
        self.init(refusal.status, requestID: requestID)
        switch refusal {
        case .notFound(let found):
            if let what = found.what { wording.explanation = what }
            choicesHeading = found.choicesHeading
            choices = found.choices
        case .badRequest(let reason):
            wording.explanation = reason
            wording.line = reason
        case .forbidden(let permission):
            if let permission { wording.advice = ErrorWording.advice(permission) }
        case .forged: wording = .forged
        case .sentBefore: wording = .sentBefore
        case .unreadable, .methodNotAllowed: break
        }
    }

    /// What is told of an obstacle, to somebody who has sent something, or has not.
    init(_ hindrance: Hindrance, isSent: Bool, requestID: String) {
        self.init(hindrance.status, requestID: requestID)
        wording = ErrorWording(hindrance.obstacle, isSent: isSent, isKept: hindrance.form != nil)
        form = hindrance.form
    }

    var summary: String { wording.explanation }

    var values: TemplateRecord {
        [
            "heading": .text(wording.heading),
            "explanation": .text(wording.explanation),
            "advice": .text(wording.advice),
            "choicesHeading": .text(choicesHeading),
            "choices": choices.template,
            "hasChoices": .flag(!choices.isEmpty),
            "form": form.map { .record($0.template) } ?? .absent,
            "leadsOn": .flag(wording.leadsOn),
            "requestID": .text(requestID),
            "number": .integer(status.rawValue),
        ]
    }

    /// The same in one line, in which nothing that was sent comes back.
    var line: String {
        "\(status.rawValue) \(status.reason): \(wording.line) (request \(requestID))\n"
    }
}

extension Hindrance.Form {
    fileprivate var template: TemplateRecord {
        [
            "action": .text(action),
            "fields": .list(
                fields.map { .record(["name": .text($0.name), "value": .text($0.value)]) }),
        ]
    }
}

extension Request {
    /// Whether the client names HTML among what it accepts, as browsers do and programs do not.
    ///
    /// The server asks the same of requests that it refuses itself.
    var asksForPage: Bool {
        headers["Accept"]?.contains("text/html") ?? false
    }
}
