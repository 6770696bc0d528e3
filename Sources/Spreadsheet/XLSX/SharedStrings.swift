/// The texts of a workbook, which its cells name by number (ECMA-376 part 1, 18.4.9).
///
/// They are shared because some readers know no others. The part is compressed as it grows. Only
/// the first short texts are remembered, so that the memory for it is bounded; texts beyond that
/// are there as often as they are used, which the standard allows.
struct SharedStrings {
    private let deflation = Deflation()
    private var packed: [UInt8] = []
    private var xml: [UInt8] = []
    private var count = 0
    /// By their bytes, since texts that look alike are equal as `String`.
    private var numbers: [[UInt8]: Int] = [:]

    init() {
        deflation.begin()
        xml.append(
            markup: XLSXParts.declaration
                + "<sst xmlns=\"\(XLSXParts.main)\">")
    }

    /// The number of the text, which is written if it is new.
    mutating func number(of text: String) throws(SheetError) -> Int {
        let bytes = Array(text.utf8)
        let isShort = bytes.count <= Self.longest
        if isShort, let number = numbers[bytes] { return number }
        let number = count
        count += 1
        if isShort, numbers.count < Self.most { numbers[bytes] = number }
        xml.append(markup: "<si><t xml:space=\"preserve\">")
        xml.append(spreadsheetText: text)
        xml.append(markup: "</t></si>")
        if xml.count > 65_536 { try flush(isLast: false) }
        return number
    }

    /// The part with all the texts.
    mutating func finished() throws(SheetError) -> PackedPart {
        xml.append(markup: "</sst>")
        try flush(isLast: true)
        return PackedPart(bytes: packed, checksum: deflation.checksum, size: deflation.size)
    }

    private mutating func flush(isLast: Bool) throws(SheetError) {
        guard deflation.add(xml, isLast: isLast, to: &packed) else { throw ZipWriter.failure }
        xml.removeAll(keepingCapacity: true)
    }

    private static let longest = 256
    private static let most = 20_000
}

extension [UInt8] {
    /// Appends a text as Excel escapes it (ECMA-376 part 1, 22.9.2.19, `ST_Xstring`).
    ///
    /// A character that XML cannot hold is `_x0001_`, and `_` is `_x005F_` where what was typed
    /// looks like such an escape. CR is a reference, since a bare one would be read as LF.
    mutating func append(spreadsheetText text: String) {
        guard text.utf8.contains(where: { $0.mayNeedEscape || $0 == UInt8(ascii: "_") }) else {
            append(contentsOf: text.utf8)
            return
        }
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            switch scalar {
            case "\t", "\n": append(UInt8(truncatingIfNeeded: scalar.value))
            case "_" where scalars[index...].beginsWithEscape: append(markup: "_x005F_")
            case _ where !scalar.isXML:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                append(
                    markup: "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_")
            default: append(escaped: scalar)
            }
        }
    }
}

extension Substring.UnicodeScalarView {
    /// Whether it begins like `_x000D_`.
    fileprivate var beginsWithEscape: Bool {
        let start = Array(prefix(7))
        return start.count == 7 && start[1] == "x" && start[6] == "_"
            && start[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
