/// 256 bits that mean nothing and that nobody can foresee, of which only the digest is kept.
struct OpaqueToken: Equatable, Sendable {
    let bytes: [UInt8]

    private static let length = 32

    init(_ random: @Sendable (Int) -> [UInt8]) {
        bytes = random(Self.length)
    }

    /// Takes what was made from another secret.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads what `text` writes; `nil` for what is not a whole token.
    init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text), bytes.count == Self.length
        else { return nil }
        self.bytes = bytes
    }

    /// As it is shown.
    var text: String { Base64URL.text(bytes) }

    /// What is kept of it here.
    var digest: String { sha256(bytes) }
}
