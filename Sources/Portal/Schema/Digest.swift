import CDigest

/// The SHA-256 of some bytes, in hexadecimal.
func sha256(_ bytes: [UInt8]) -> String {
    // 64 digits and the zero after them.
    var digest = [CChar](repeating: 0, count: 65)
    _ = unsafe SHA256Data(bytes, bytes.count, &digest)
    return String(decoding: digest.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A SHA-256 of bytes that come in pieces.
struct RunningDigest {
    private var context = SHA2_CTX()

    init() {
        unsafe SHA256Init(&context)
    }

    mutating func add(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer {
            unsafe SHA256Update(&context, $0.baseAddress, $0.count)
        }
    }

    mutating func add(_ text: String) {
        add(Array(text.utf8).span)
    }

    /// The digest, in hexadecimal.
    consuming func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        unsafe SHA256Final(&digest, &context)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// What a keyed digest is made with.
enum DigestAlgorithm {
    /// For what codes of authenticator apps are made with (RFC 6238), and for nothing else.
    case sha1
    case sha256

    /// The digest of some bytes.
    fileprivate func digest(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha1:
            var context = SHA1_CTX()
            var digest = [UInt8](repeating: 0, count: 20)
            unsafe SHA1Init(&context)
            unsafe SHA1Update(&context, bytes, bytes.count)
            unsafe SHA1Final(&digest, &context)
            return digest
        case .sha256:
            var context = SHA2_CTX()
            var digest = [UInt8](repeating: 0, count: 32)
            unsafe SHA256Init(&context)
            unsafe SHA256Update(&context, bytes, bytes.count)
            unsafe SHA256Final(&digest, &context)
            return digest
        }
    }
}

/// The digest of a message that only who has the key can make (HMAC, RFC 2104, 2).
func keyedDigest(_ algorithm: DigestAlgorithm, key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    // Both algorithms work on blocks of 64 bytes.
    var block = key.count > 64 ? algorithm.digest(key) : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    let inner = algorithm.digest(block.map { $0 ^ 0x36 } + message)
    return algorithm.digest(block.map { $0 ^ 0x5c } + inner)
}

/// Whether two runs of bytes are the same, in a time that tells nothing of where they differ.
func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
