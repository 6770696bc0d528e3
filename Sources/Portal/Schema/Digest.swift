import CDigest

/// The SHA-256 of some bytes, in hexadecimal.
func sha256(_ bytes: [UInt8]) -> String {
    // 64 digits and the zero after them.
    var digest = [CChar](repeating: 0, count: 65)
    _ = unsafe SHA256Data(bytes, bytes.count, &digest)
    return String(decoding: digest.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
