/// Texts of SpreadsheetML, in which `_x000D_` stands for a character that XML has no place for
/// (ECMA-376 part 1, 22.9.2.19).
enum XLSXText {
    static func unescaped(_ text: String) -> String {
        var bytes = Array(text.utf8)
        unescape(&bytes, from: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Replaces what is escaped from a place on.
    ///
    /// What stands for no character stays as it is.
    static func unescape(_ bytes: inout [UInt8], from start: Int) {
        guard var at = firstEscape(bytes, from: start) else { return }
        let escaped = bytes
        bytes.removeSubrange(at...)
        while at < escaped.count {
            if let unit = unit(escaped, at) {
                if let scalar = Unicode.Scalar(unit), unit != 0 {
                    bytes.append(contentsOf: Array(String(scalar).utf8))
                    at += 7
                    continue
                }
                if let low = self.unit(escaped, at + 7), 0xD800..<0xDC00 ~= unit,
                    0xDC00..<0xE000 ~= low,
                    let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
                {
                    bytes.append(contentsOf: Array(String(scalar).utf8))
                    at += 14
                    continue
                }
            }
            bytes.append(escaped[at])
            at += 1
        }
    }

    private static func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        while at + 7 <= bytes.count {
            if bytes[at] == 0x5F, unit(bytes, at) != nil { return at }
            at += 1
        }
        return nil
    }

    /// The UTF-16 code unit of an escape at a place.
    private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt32? {
        guard at + 7 <= bytes.count, bytes[at] == 0x5F, bytes[at + 1] == 0x78,
            bytes[at + 6] == 0x5F
        else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[at + 2..<at + 6] {
            let letter = byte | 0x20
            if byte &- 0x30 < 10 {
                unit = unit << 4 | UInt32(byte - 0x30)
            } else if 0x61...0x66 ~= letter {
                unit = unit << 4 | UInt32(letter - 0x57)
            } else {
                return nil
            }
        }
        return unit
    }
}

/// Reads the texts of a string item: its own or those of its runs, without phonetic guides.
struct XLSXStringItem {
    /// Appends the text of the element that has started, up to its end.
    static func append(_ xml: inout XMLReader, to bytes: inout [UInt8]) throws(SheetError) {
        let outer = xml.depth - 1
        while true {
            switch try xml.next() {
            case .start where xml.name == .rPh: try xml.skip()
            case .start where xml.name == .t: try appendRun(&xml, to: &bytes)
            case .end where xml.depth == outer: return
            case .finished: return
            case .start, .end, .text: continue
            }
        }
    }

    private static func appendRun(
        _ xml: inout XMLReader, to bytes: inout [UInt8]
    ) throws(SheetError) {
        let outer = xml.depth - 1
        // Without this mark, spaces at either end are not part of the text.
        let isPreserved = try xml.value(of: .space)?.elementsEqual("preserve".utf8) ?? false
        let start = bytes.count
        loop: while true {
            switch try xml.next() {
            case .text: try xml.appendText(to: &bytes)
            case .end where xml.depth == outer: break loop
            case .finished: break loop
            case .start, .end: continue
            }
        }
        if !isPreserved {
            let text = Decimals.trimmed(bytes[start...])
            if text.count < bytes.count - start {
                bytes.replaceSubrange(start..., with: Array(text))
            }
        }
        XLSXText.unescape(&bytes, from: start)
    }
}
