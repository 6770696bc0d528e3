/// The grammar of `Host`: a name or an address, and perhaps a port (RFC 9110, 7.2).
enum HostField {
    static func isValid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        guard index < range.upperBound else { return false }
        if bytes[index] == UInt8(ascii: "[") {
            index += 1
            let start = index
            while index < range.upperBound, isAddress(bytes[index]) { index += 1 }
            guard index > start, index < range.upperBound, bytes[index] == UInt8(ascii: "]") else {
                return false
            }
            index += 1
        } else {
            let start = index
            while index < range.upperBound, isName(bytes[index]) { index += 1 }
            guard index > start else { return false }
        }
        if index == range.upperBound { return true }
        guard bytes[index] == UInt8(ascii: ":"), range.upperBound - index <= 6 else { return false }
        index += 1
        while index < range.upperBound {
            guard bytes[index].isDigit else { return false }
            index += 1
        }
        return true
    }

    /// The host without its port, in lower case: `[::1]:8080` is `[::1]`.
    static func name(_ authority: String) -> String {
        let end =
            authority.last == "]"
            ? nil : authority.lastIndex(of: ":")
        return authority[..<(end ?? authority.endIndex)].lowercased()
    }

    /// Letters, digits, `-`, `.` and `_`: what hosts are called, though the grammar of a
    /// registered name would allow more.
    private static func isName(_ byte: UInt8) -> Bool {
        byte.isDigit || (97...122).contains(byte.lowercased) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }

    private static func isAddress(_ byte: UInt8) -> Bool {
        byte.hexValue != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }
}
