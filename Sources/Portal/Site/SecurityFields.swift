import HTTPServer

/// The fields by which a browser is told what our pages never do.
enum SecurityFields {
    /// Styles and pictures from here, and nothing else: no script, no frame, no plug-in.
    static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    static func add(to response: inout Response) {
        response.headers.set("Content-Security-Policy", policy)
        response.headers.set("X-Content-Type-Options", "nosniff")
        response.headers.set("Referrer-Policy", "same-origin")
        response.headers.set("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    }
}
