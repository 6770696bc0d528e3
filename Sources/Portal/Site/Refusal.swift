import HTTPServer

/// Something a reader can be told: what is not there, or not allowed, and what there is instead.
enum Refusal: Error {
    /// Nothing has this address.
    case notFound(NotFound)
    /// The request itself cannot be understood, and why: a sentence of ours, in one line.
    case badRequest(String)
    /// The reader may not do this, and what it would need, if a role can have that.
    case forbidden(Permission?)
    /// A form was not drawn by us for this browser, or another site has sent it.
    case forged
    /// A form that was sent before comes again with other content.
    case sentBefore
    /// The content is not a form that can be read, and why.
    case unreadable(FormError)
    /// The address takes other methods.
    case methodNotAllowed([Method])

    static let notFound = Refusal.notFound(NotFound())

    var status: HTTPStatus {
        switch self {
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .forbidden, .forged: .forbidden
        case .sentBefore: .conflict
        case .unreadable(let error): error.status
        case .methodNotAllowed: .methodNotAllowed
        }
    }
}

/// What was looked for in vain, and what there is.
struct NotFound: Equatable {
    /// What is missing, as a sentence.
    var what: String?
    /// What the choices are.
    var choicesHeading = ""
    var choices: [Link] = []
}
