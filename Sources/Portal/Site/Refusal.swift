import HTTPServer

/// Something a reader can be told: what is not there, or not allowed, and what there is instead.
enum Refusal: Error {
    /// Nothing has this address.
    case notFound(NotFound)
    /// The request itself cannot be understood, and why: a sentence of ours, in one line.
    case badRequest(String)
    /// The reader may not do this.
    case forbidden
    /// The address takes other methods.
    case methodNotAllowed([Method])

    static let notFound = Refusal.notFound(NotFound())

    var status: HTTPStatus {
        switch self {
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .forbidden: .forbidden
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
