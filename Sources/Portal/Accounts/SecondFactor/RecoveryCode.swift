/// A code that stands in once for an authenticator app that is lost: 80 random bits.
struct RecoveryCode: Equatable {
    /// How many somebody has.
    static let count = 10
    private static let length = 10

    private let bytes: [UInt8]

    /// The codes that a browser is shown under the name `name`; only their digests are kept.
    static func codes(for token: SessionToken, named name: String) -> [RecoveryCode] {
        (1...count).map { RecoveryCode(token.secret("recovery/\(name)/\($0)")) }
    }

    /// Under what name codes are made when a form with this key is taken.
    ///
    /// Names stand in addresses, which histories and logs keep. The key of the form must not:
    /// with it, who has the token of before could make the one that the form began.
    static func name(for token: SessionToken, _ submissionKey: String) -> String {
        Base64URL.text(Array(token.secret("recovery-name/" + submissionKey).prefix(16)))
    }

    private init(_ secret: [UInt8]) {
        bytes = Array(secret.prefix(Self.length))
    }

    /// Reads what somebody typed; `nil` for what is no whole code.
    ///
    /// Small letters, spaces and any hyphens are taken as they are meant.
    init?(typed: String) {
        let letters = typed.unicodeScalars.filter {
            !$0.properties.isWhitespace && !$0.properties.isDash
        }
        guard letters.count == 16,
            let bytes = Base32.bytes(String(String.UnicodeScalarView(letters)).uppercased())
        else { return nil }
        self.bytes = bytes
    }

    /// `XXXX-XXXX-XXXX-XXXX`.
    var text: String { Base32.text(bytes).inFours("-") }

    /// What is kept of it.
    var digest: String { sha256(bytes) }
}
