import HTTPServer

/// The fields by which a browser is told what our pages never do.
enum SecurityFields {
    /// Styles and pictures from here, and nothing else: no script, no frame, no plug-in.
    static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    /// All of them; a site makes its own once and puts them into each response.
    static func all() -> Headers {
        [
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        ]
    }
}
