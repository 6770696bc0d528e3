import HTTPServer
import Mustache

/// The pages that tell a reader what went wrong and what to do.
enum ErrorPages {
    static func page(
        _ refusal: Refusal, _ request: Request, _ visit: Visit
    ) throws -> Response {
        switch refusal {
        case .notFound(let found):
            return try visit.page(NotFoundPage(found: found), status: .notFound)
        case .badRequest(let reason):
            return try visit.page(
                BadRequestPage(reason: reason, number: request.id.description), status: .badRequest)
        case .forbidden:
            return try visit.page(ForbiddenPage(), status: .forbidden)
        case .methodNotAllowed(let allowed):
            var response = try visit.page(MethodNotAllowedPage(), status: .methodNotAllowed)
            response.headers.set("Allow", allowed.map(\.rawValue).joined(separator: ", "))
            return response
        }
    }

    /// The page for a fault of ours.
    static func problem(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(
            ProblemPage(number: request.id.description), status: .internalServerError)
    }

    /// The page for a request that did not reach a handler.
    static func standalone(
        _ status: HTTPStatus, _ id: RequestID, _ plan: SitePlan
    ) throws -> Response {
        let templates = plan.content.current.templates
        let frame = Frame(plan.settings)
        var bytes: [UInt8] = []
        switch status {
        case .serviceUnavailable:
            let page = UnavailablePage(number: id.description)
            try templates.render(type(of: page).template, frame.values(page), into: &bytes)
        default:
            let page = BadRequestPage(reason: status.reason, number: id.description)
            try templates.render(type(of: page).template, frame.values(page), into: &bytes)
        }
        return .html(bytes, status: status)
    }
}

private struct UnavailablePage: Page {
    static let template = "errors/unavailable"
    let section: Section? = nil
    let number: String

    var values: TemplateRecord { ["requestNumber": .text(number)] }
}

private struct NotFoundPage: Page {
    static let template = "errors/not-found"
    let section: Section? = nil
    let found: NotFound

    var values: TemplateRecord {
        [
            "what": found.what.template,
            "choicesHeading": .text(found.choicesHeading),
            "choices": found.choices.template,
            "hasChoices": .flag(!found.choices.isEmpty),
        ]
    }
}

private struct BadRequestPage: Page {
    static let template = "errors/bad-request"
    let section: Section? = nil
    let reason: String
    let number: String

    var values: TemplateRecord {
        ["reason": .text(reason), "requestNumber": .text(number)]
    }
}

private struct ForbiddenPage: Page {
    static let template = "errors/forbidden"
    let section: Section? = nil

    var values: TemplateRecord { [:] }
}

private struct MethodNotAllowedPage: Page {
    static let template = "errors/method-not-allowed"
    let section: Section? = nil

    var values: TemplateRecord { [:] }
}

private struct ProblemPage: Page {
    static let template = "errors/problem"
    let section: Section? = nil
    let number: String

    var values: TemplateRecord { ["requestNumber": .text(number)] }
}
