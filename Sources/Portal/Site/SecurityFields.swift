import HTTPServer

/// The fields by which a browser is told what our pages never do.
enum SecurityFields {
    /// Styles and pictures from here, and nothing else: no script, no frame, no plug-in.
    static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    /// The same for the pages of those who sign in: one script of ours, which may ask the portal.
    static let scriptedPolicy = policy + "; script-src 'self'; connect-src 'self'"

    /// All of them; a site makes its own once and puts them into each response.
    static func all(isScripted: Bool = false) -> Headers {
        [
            "Content-Security-Policy": isScripted ? scriptedPolicy : policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": unused.map { "\($0)=()" }.joined(separator: ", "),
        ]
    }

    /// What browsers can do and our pages never ask for.
    private static let unused = [
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "publickey-credentials-get", "usb",
    ]

    /// Has browsers come back over TLS only, for a year.
    ///
    /// Only this host: what else a council has below its name is not ours to decide.
    static func requireTLS(_ response: inout Response) {
        response.headers.set("Strict-Transport-Security", "max-age=31536000")
    }
}
