/// Why content is not the form it should be, and the status that says so.
public enum FormError: Error, Equatable {
    /// It is of another type.
    case notMultipart
    /// It breaks the rules of its type.
    case malformed
    /// It has more parts than anyone fills in.
    case tooManyParts

    /// The status to answer with.
    public var status: HTTPStatus {
        switch self {
        case .notMultipart: .unsupportedMediaType
        case .malformed: .badRequest
        case .tooManyParts: .contentTooLarge
        }
    }
}
