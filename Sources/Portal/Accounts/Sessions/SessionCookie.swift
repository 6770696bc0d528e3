/// The name under which browsers keep their tokens.
enum SessionCookie {
    /// Over TLS, a name that browsers let no other host set (RFC 6265bis, 4.1.3.2).
    static func name(isSecure: Bool) -> String {
        isSecure ? "__Host-session" : "session"
    }
}
