@testable import HTTPServer

/// What the rest of the program relies on in every request that the parser lets through.
enum RequestRules {
    static func check(_ request: Request, _ limits: Limits) {
        demand(request.target.utf8.count <= limits.requestLine, "the target is within its limit")
        demand(
            request.target.utf8.allSatisfy { $0 > 32 && $0 < 127 }, "the target is visible ASCII")
        demand(request.body.count <= limits.body, "content is within its limit")
        demand(request.headers.count <= limits.fields, "fields are within their limit")
        for (name, value) in request.headers {
            demand(HeaderName(name) != nil, "a field's name is a token: \(name)")
            demand(value.utf8.allSatisfy(\.isFieldContent), "a value is one line: \(value)")
        }
        if request.path != "*" { checkPath(request) }
        ask(request)
    }

    private static func checkPath(_ request: Request) {
        let path = Array(request.path.utf8)
        demand(path.first == UInt8(ascii: "/"), "a path begins at the root: \(request.path)")
        let segments = request.segments
        demand(
            segments.joined(separator: "/").utf8.count < path.count,
            "decoding makes nothing longer: \(request.path)")
        for segment in segments {
            demand(segment != "." && segment != "..", "no dot segments: \(request.path)")
            demand(!segment.utf8.contains(0), "no NUL: \(request.path)")
        }
        let again = try? RequestTarget(path.span, 0..<path.count, of: request.method)
        demand(again?.path == request.path, "a normal path is left as it is: \(request.path)")
    }

    /// Whatever it is asked, a request has an answer.
    private static func ask(_ request: Request) {
        _ = request.query
        // A refusal is an answer, too.
        _ = try? request.form()
        _ = request.authority
        _ = request.cookie("sid")
        MultipartFormFuzz.read(request)
    }
}
