/// Bytes as capital letters and digits (RFC 4648, 6), for those who copy them by hand; without
/// padding.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: some Collection<UInt8>) -> String {
        var (text, pending, bits) = ([UInt8](), UInt32(0), 0)
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xffff
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(pending >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(letters[Int(pending << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that a text stands for; `nil` for any text that `text(_:)` does not write.
    static func bytes(_ text: String) -> [UInt8]? {
        var (bytes, pending, bits) = ([UInt8](), UInt32(0), 0)
        for letter in text.utf8 {
            guard let value = value(of: letter) else { return nil }
            pending = (pending << 5 | UInt32(value)) & 0xffff
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(pending >> UInt32(bits) & 255))
            }
        }
        guard bits < 5, pending & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case 65...90: letter - 65
        case 50...55: letter - 24
        default: nil
        }
    }
}

extension String {
    /// The text in groups of four, as it is read aloud and typed.
    func inFours(_ separator: String) -> String {
        let letters = Array(self)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: separator)
    }
}
