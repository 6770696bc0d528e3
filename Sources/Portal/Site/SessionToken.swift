/// What a browser shows to be known again: 256 random bits, of which only the digest is kept.
///
/// It is also the key of all that is secret between the portal and one browser, so that nothing
/// of that need be kept either.
struct SessionToken: Equatable, Sendable {
    private let token: OpaqueToken

    /// A token that nobody can foresee.
    init(_ random: @Sendable (Int) -> [UInt8]) {
        token = OpaqueToken(random)
    }

    /// Reads what a browser sent; `nil` for what is not a whole token.
    init?(_ text: String) {
        guard let token = OpaqueToken(text) else { return nil }
        self.token = token
    }

    private init(_ token: OpaqueToken) {
        self.token = token
    }

    /// As the browser keeps it.
    var text: String { token.text }

    /// What is kept of it here.
    var digest: String { token.digest }

    /// A secret for a purpose, which only who has the token and the portal can make.
    func secret(_ purpose: String) -> [UInt8] {
        keyedDigest(.sha256, key: token.bytes, Array(purpose.utf8))
    }

    /// The token of the session that takes the place of this one's when a form is taken; who
    /// knows only this one, and not the key drawn with the form, cannot make it.
    func next(_ submissionKey: String) -> SessionToken {
        SessionToken(OpaqueToken(bytes: secret("session/" + submissionKey)))
    }
}

/// What a form carries to show that it was drawn by the portal for this browser.
///
/// It is another one in each page that is sent, so that who can watch the length of compressed
/// pages cannot guess it letter by letter (BREACH): a random pad, and the secret under that pad.
enum FormToken {
    static let field = "csrf_token"
    private static let purpose = "form"

    static func text(_ token: SessionToken, _ random: @Sendable (Int) -> [UInt8]) -> String {
        let secret = token.secret(purpose)
        let pad = random(secret.count)
        return Base64URL.text(pad + zip(pad, secret).map { $0 ^ $1 })
    }

    static func isGood(_ text: String, for token: SessionToken) -> Bool {
        let secret = token.secret(purpose)
        guard let bytes = Base64URL.bytes(text), bytes.count == 2 * secret.count else {
            return false
        }
        let pad = bytes.prefix(secret.count)
        return areSame(zip(pad, bytes.dropFirst(secret.count)).map { $0 ^ $1 }, secret)
    }
}
