/// Conditional requests (RFC 9110, 13): 304 when the client has the newest state already.
enum Conditional {
    /// The response, or 304 in its place if the request's conditions say so.
    static func answer(_ request: Request, _ response: Response) -> Response {
        guard response.status == .ok, request.method == .get || request.method == .head,
            isKnown(request, response.headers)
        else { return response }
        var result = Response(.notModified)
        for name in kept {
            for value in response.headers.all(name.description) { result.headers.add(name, value) }
        }
        return result
    }

    /// Fields a 304 must or may repeat (RFC 9110, 15.4.5), and a cookie that was to be set.
    private static let kept: [HeaderName] = [
        "ETag", "Last-Modified", "Cache-Control", "Expires", "Vary", "Content-Location",
        "Set-Cookie",
    ]

    private static func isKnown(_ request: Request, _ headers: Headers) -> Bool {
        if request.headers.contains("If-None-Match") {
            guard let tag = headers["ETag"] else { return false }
            return request.headers.all("If-None-Match").contains {
                EntityTag.isListed(tag, in: $0)
            }
        }
        guard let since = request.headers["If-Modified-Since"].flatMap(HTTPDate.init),
            let modified = headers["Last-Modified"].flatMap(HTTPDate.init)
        else { return false }
        return modified <= since
    }
}
