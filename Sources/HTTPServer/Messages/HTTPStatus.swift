/// A response status of RFC 9110, RFC 6585 and RFC 4918.
public enum HTTPStatus: Int, Sendable, CaseIterable {
    /// The content follows.
    case ok = 200
    /// A thing was made; `Location` says where.
    case created = 201
    /// It will be done.
    case accepted = 202
    /// It is done, and there is nothing to show.
    case noContent = 204
    /// The range asked for follows.
    case partialContent = 206
    /// Use the other address from now on; a POST may become a GET.
    case movedPermanently = 301
    /// Look at the other address this time.
    case found = 302
    /// Look at the other address with GET.
    case seeOther = 303
    /// What you have is still right.
    case notModified = 304
    /// Ask the other address this time, with the same method.
    case temporaryRedirect = 307
    /// Ask the other address from now on, with the same method.
    case permanentRedirect = 308
    /// The request cannot be understood.
    case badRequest = 400
    /// Say who you are.
    case unauthorized = 401
    /// You may not.
    case forbidden = 403
    /// There is no such thing, or you may not know of it.
    case notFound = 404
    /// Not with this method; `Allow` says with which.
    case methodNotAllowed = 405
    /// Not in a form you accept.
    case notAcceptable = 406
    /// The request came too slowly.
    case requestTimeout = 408
    /// It has changed since you looked.
    case conflict = 409
    /// It was here and is not any more.
    case gone = 410
    /// The content must say its length.
    case lengthRequired = 411
    /// A condition of the request does not hold.
    case preconditionFailed = 412
    /// The content is larger than is taken.
    case contentTooLarge = 413
    /// The address is longer than is taken.
    case uriTooLong = 414
    /// The content is of a type that is not taken.
    case unsupportedMediaType = 415
    /// There is no such range.
    case rangeNotSatisfiable = 416
    /// What was expected cannot be met.
    case expectationFailed = 417
    /// This host is not served here.
    case misdirectedRequest = 421
    /// The content is understood and not acceptable.
    case unprocessableContent = 422
    /// Only by another protocol.
    case upgradeRequired = 426
    /// Only with a condition.
    case preconditionRequired = 428
    /// Too many; `Retry-After` says when again.
    case tooManyRequests = 429
    /// The fields are longer or more than are taken.
    case requestHeaderFieldsTooLarge = 431
    /// Our mistake.
    case internalServerError = 500
    /// A method or coding that is not known here.
    case notImplemented = 501
    /// Not now; `Retry-After` says when again.
    case serviceUnavailable = 503
    /// Not in this version of HTTP.
    case httpVersionNotSupported = 505
    /// There is no room to keep what came (RFC 4918).
    case insufficientStorage = 507

    /// The words that follow the number on the status line.
    public var reason: String {
        switch self {
        case .ok: "OK"
        case .created: "Created"
        case .accepted: "Accepted"
        case .noContent: "No Content"
        case .partialContent: "Partial Content"
        case .movedPermanently: "Moved Permanently"
        case .found: "Found"
        case .seeOther: "See Other"
        case .notModified: "Not Modified"
        case .temporaryRedirect: "Temporary Redirect"
        case .permanentRedirect: "Permanent Redirect"
        case .badRequest: "Bad Request"
        case .unauthorized: "Unauthorized"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .notAcceptable: "Not Acceptable"
        case .requestTimeout: "Request Timeout"
        case .conflict: "Conflict"
        case .gone: "Gone"
        case .lengthRequired: "Length Required"
        case .preconditionFailed: "Precondition Failed"
        case .contentTooLarge: "Content Too Large"
        case .uriTooLong: "URI Too Long"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .rangeNotSatisfiable: "Range Not Satisfiable"
        case .expectationFailed: "Expectation Failed"
        case .misdirectedRequest: "Misdirected Request"
        case .unprocessableContent: "Unprocessable Content"
        case .upgradeRequired: "Upgrade Required"
        case .preconditionRequired: "Precondition Required"
        case .tooManyRequests: "Too Many Requests"
        case .requestHeaderFieldsTooLarge: "Request Header Fields Too Large"
        case .internalServerError: "Internal Server Error"
        case .notImplemented: "Not Implemented"
        case .serviceUnavailable: "Service Unavailable"
        case .httpVersionNotSupported: "HTTP Version Not Supported"
        case .insufficientStorage: "Insufficient Storage"
        }
    }

    /// Whether an answer with this status has no content by definition (RFC 9110, 6.4.1).
    var hasNoContent: Bool {
        self == .noContent || self == .notModified
    }
}
