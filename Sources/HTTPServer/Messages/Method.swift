/// A request method of RFC 9110 and RFC 5789.
///
/// A token that is none of these is answered with 501 before a responder sees it; so are
/// CONNECT and TRACE, which an origin server has no use for.
public enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"
}
