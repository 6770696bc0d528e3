/// Bytes as text that can stand in addresses, fields and cookies (RFC 4648, 5), without padding.
enum Base64URL {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(_ bytes: some Collection<UInt8>) -> String {
        var (text, pending, bits) = ([UInt8](), UInt32(0), 0)
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xffff
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(letters[Int(pending >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(letters[Int(pending << UInt32(6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that a text stands for; `nil` for any text that `text(_:)` does not write.
    static func bytes(_ text: String) -> [UInt8]? {
        var (bytes, pending, bits) = ([UInt8](), UInt32(0), 0)
        for letter in text.utf8 {
            guard let value = value(of: letter) else { return nil }
            pending = (pending << 6 | UInt32(value)) & 0xffff
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(pending >> UInt32(bits) & 255))
            }
        }
        guard bits < 6, pending & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case 65...90: letter - 65
        case 97...122: letter - 71
        case 48...57: letter + 4
        case 45: 62
        case 95: 63
        default: nil
        }
    }
}
