/// Why bytes are not a request, and the status that says so.
struct RequestError: Error, Equatable {
    /// The status to answer with before closing.
    let status: HTTPStatus
    /// What was wrong, in a few words, for the log.
    let reason: String

    init(_ status: HTTPStatus = .badRequest, _ reason: String) {
        self.status = status
        self.reason = reason
    }
}
