import HTTPServer

/// An address as somebody asks for it who shows nothing by which they could be known.
///
/// Only by such an address a page is kept and found again, and only a request that shows no
/// session makes one: so what is for one reader can neither get in among the kept pages nor be
/// taken for one of them.
struct StrangersAddress: Hashable {
    /// The path and the query as they were sent.
    let target: String
    /// Over TLS there is a field more.
    let isSecure: Bool
    /// Whether the content may be compressed.
    let takesGzip: Bool

    /// The address of a request that reads; `nil` if it shows a session, be it over or invented.
    init?(_ request: Request) {
        guard request.method == .get || request.method == .head,
            request.target.utf8.first == UInt8(ascii: "/")
        else { return nil }
        isSecure = request.scheme == "https"
        if request.headers.contains("Cookie"),
            request.cookie(SessionCookie.name(isSecure: isSecure)) != nil
        {
            return nil
        }
        target = request.target
        takesGzip = request.takesGzip
    }
}
