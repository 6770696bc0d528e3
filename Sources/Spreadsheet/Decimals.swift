/// Numbers as workbooks write them, which is always with a point and without separators.
enum Decimals {
    /// A whole number of digits alone, up to a billion.
    static func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in bytes {
            guard case let digit = byte &- 0x30, digit < 10, number <= 100_000_000 else {
                return nil
            }
            number = number * 10 + Int(digit)
        }
        return bytes.isEmpty ? nil : number
    }

    /// A number in the form of XML Schema's `double`, without its words for what is none; `nil`
    /// if it is no such number, or longer than any program writes.
    static func number(_ bytes: ArraySlice<UInt8>) -> String? {
        var at = bytes.startIndex
        func skipSign() {
            if at < bytes.endIndex, bytes[at] == 0x2D || bytes[at] == 0x2B { at += 1 }
        }
        func skipDigits() -> Int {
            let start = at
            while at < bytes.endIndex, bytes[at] &- 0x30 < 10 { at += 1 }
            return at - start
        }
        skipSign()
        var digits = skipDigits()
        if at < bytes.endIndex, bytes[at] == 0x2E {
            at += 1
            digits += skipDigits()
        }
        guard digits > 0, bytes.count <= 400 else { return nil }
        if at < bytes.endIndex, bytes[at] | 0x20 == 0x65 {
            at += 1
            skipSign()
            guard case 1...5 = skipDigits() else { return nil }
        }
        return at == bytes.endIndex ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// Bytes without XML's white space around them.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first, XMLTag.isSpace(first) { rest.removeFirst() }
        while let last = rest.last, XMLTag.isSpace(last) { rest.removeLast() }
        return rest
    }
}
