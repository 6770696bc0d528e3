/// Percent-encoding (RFC 3986, 2.1).
enum Percent {
    /// Decodes a part of a path that the parser has accepted.
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "%")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(decoding: decoded(bytes, plusIsSpace: false), as: UTF8.self)
    }

    /// Decodes a name or value of a form.
    static func decodeForm(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: decoded(bytes, plusIsSpace: true), as: UTF8.self)
    }

    /// Encodes all but letters, digits and `-._~` (RFC 3986, 2.3).
    static func encode(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if byte.isDigit || (97...122).contains(byte.lowercased) || "-._~".utf8.contains(byte) {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 15] {
                    result.append(digit < 10 ? 48 + digit : 55 + digit)
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Decodes what is an escape and leaves what is not.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            bytes.formIndex(after: &index)
            if byte == UInt8(ascii: "%") {
                let rest = bytes[index...].prefix(2)
                if let value = escaped(rest) {
                    result.append(value)
                    index = rest.endIndex
                    continue
                }
            }
            result.append(byte == UInt8(ascii: "+") && plusIsSpace ? .space : byte)
        }
        return result
    }

    /// The byte that two hexadecimal digits stand for.
    static func escaped(_ digits: some Collection<UInt8>) -> UInt8? {
        guard digits.count == 2, let high = digits.first?.hexValue,
            let low = digits.dropFirst().first?.hexValue
        else { return nil }
        return high << 4 | low
    }
}
