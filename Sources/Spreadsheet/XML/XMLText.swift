/// Characters of XML 1.0 and what stands for others among them.
enum XMLText {
    /// The next `<` or the end, and whether something before it must be decoded; `nil` where a
    /// control character stands that no XML may hold.
    static func end(
        _ bytes: Span<UInt8>, from place: Int, to end: Int, isPlain: inout Bool
    ) -> Int? {
        var at = place
        while at < end {
            let byte = bytes[at]
            if byte > 0x3C || (byte >= 0x20 && byte != 0x3C && byte != 0x26) {
                at += 1
                continue
            }
            if byte == 0x3C { return at }
            if byte == 0x26 || byte == 0x0D {
                isPlain = false
            } else if byte != 0x09, byte != 0x0A {
                return nil
            }
            at += 1
        }
        return at
    }

    /// Appends text with its references replaced and its line ends as LF.
    static func append(
        _ text: ArraySlice<UInt8>, to result: inout [UInt8], replacesReferences: Bool = true
    ) throws(SheetError) {
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            if byte == 0x26, replacesReferences {
                let rest = text[(at + 1)...]
                guard let length = rest.prefix(12).firstIndex(of: 0x3B).map({ $0 - at - 1 }),
                    let scalar = scalar(rest.prefix(length))
                else { throw .damaged("there is an «&» that begins nothing known") }
                result.append(contentsOf: Array(String(scalar).utf8))
                at += length + 2
                continue
            }
            if byte == 0x0D {
                if at + 1 == text.endIndex || text[at + 1] != 0x0A { result.append(0x0A) }
            } else {
                result.append(byte)
            }
            at += 1
        }
    }

    /// A string of bytes that must be UTF-8.
    static func string(_ bytes: some Collection<UInt8>) throws(SheetError) -> String {
        guard let string = String(validating: bytes, as: UTF8.self) else {
            throw .damaged("a text is not UTF-8")
        }
        return string
    }

    /// What a reference without its `&` and `;` stands for.
    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch name {
        case Array("amp".utf8)[...]: return "&"
        case Array("lt".utf8)[...]: return "<"
        case Array("gt".utf8)[...]: return ">"
        case Array("quot".utf8)[...]: return "\""
        case Array("apos".utf8)[...]: return "'"
        default: break
        }
        guard name.first == 0x23 else { return nil }
        let isHex = name.dropFirst().first == 0x78
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 }),
            let text = String(validating: digits, as: UTF8.self),
            let number = UInt32(text, radix: isHex ? 16 : 10),
            number >= 0x20 || number == 9 || number == 10 || number == 13,
            number != 0xFFFE, number != 0xFFFF
        else { return nil }
        return Unicode.Scalar(number)
    }
}
