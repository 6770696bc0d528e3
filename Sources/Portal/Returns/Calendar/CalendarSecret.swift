/// What opens somebody's calendar, of which only the digest is kept.
struct CalendarSecret: Equatable {
    private let token: OpaqueToken

    /// A secret that the browser it is shown to can be shown again, and nobody else.
    ///
    /// - Parameters:
    ///   - token: The browser's.
    ///   - key: The key of the form that asks for it.
    init(_ token: SessionToken, key: String) {
        self.token = OpaqueToken(bytes: token.secret("calendar/\(key)"))
    }

    /// Reads the last part of an address; `nil` for what is not a whole secret.
    init?(_ text: String) {
        guard let token = OpaqueToken(text) else { return nil }
        self.token = token
    }

    var digest: String { token.digest }

    /// Where it leads.
    var path: String { "/calendar/\(token.text)" }
}
