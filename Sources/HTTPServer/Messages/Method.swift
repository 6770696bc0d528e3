/// A request method of RFC 9110 and RFC 5789.
///
/// A token that is none of these is answered with 501 before a responder sees it; so are
/// CONNECT and TRACE, which an origin server has no use for.
public enum Method: String, Sendable, CaseIterable {
    /// Shows a thing.
    case get = "GET"
    /// What GET would say, without the content.
    case head = "HEAD"
    /// Does something with the content.
    case post = "POST"
    /// Puts the content in the place of a thing.
    case put = "PUT"
    /// Changes a part of a thing.
    case patch = "PATCH"
    /// Takes a thing away.
    case delete = "DELETE"
    /// Asks what is allowed.
    case options = "OPTIONS"
}
