/// A cell that has been found fit to be written.
struct PreparedCell {
    /// What can be written; all of it is a value, none a formula.
    enum Value {
        case blank
        case text(String)
        /// Digits as XML Schema's `double` has them.
        case number(String)
        case boolean(Bool)
        case date(WrittenMoment)
    }

    let value: Value
    let style: CellStyle

    /// Checks a cell of a column with the style `columnStyle`.
    ///
    /// A formula and an error become text as they stand.
    ///
    /// - Throws: What is wrong, without its place.
    init(_ cell: WrittenCell, columnStyle: CellStyle) throws(SheetError) {
        switch cell.value {
        case .blank, .merged: value = .blank
        case .text(let text), .error(let text), .formula(let text):
            // A character of Excel is a code unit of UTF-16.
            guard text.utf8.count <= Self.room || text.utf16.count <= Self.room else {
                throw SheetError(
                    reason: "the text has \(text.utf16.count) characters and a cell has room for "
                        + "\(Self.room); shorten it or divide it between cells")
            }
            value = text.isEmpty ? .blank : .text(text)
        case .number(let digits, _):
            guard digits.isDecimalNumber else {
                throw SheetError(
                    reason: "«\(digits)» is not a number; write it like 1234.5, without "
                        + "separators, signs for plus or units")
            }
            value = .number(digits)
        case .boolean(let isTrue): value = .boolean(isTrue)
        case .date(let text):
            guard let moment = WrittenMoment(text) else {
                throw SheetError(
                    reason: "«\(text)» is not a date; write it like 2026-06-30 or "
                        + "2026-06-30T14:30:00")
            }
            value = .date(moment)
        }
        style = (cell.style ?? columnStyle).fitted(to: value)
    }

    private static let room = 32_767
}

extension String {
    /// Whether this is a finite number in digits: `-0.5`, `12`, `1e-07`.
    fileprivate var isDecimalNumber: Bool {
        var rest = utf8[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard rest.dropDigits() else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard rest.dropDigits() else { return false }
        }
        guard let next = rest.first else { return utf8.count < 300 || isFinite }
        guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return false }
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
            rest = rest.dropFirst()
        }
        return rest.dropDigits() && rest.isEmpty && isFinite
    }

    private var isFinite: Bool { Double(self)?.isFinite == true }
}

extension Substring.UTF8View {
    /// Leaves out the digits at the beginning; false if there are none.
    fileprivate mutating func dropDigits() -> Bool {
        let rest = self.drop { (0x30...0x39).contains($0) }
        defer { self = rest }
        return rest.startIndex != startIndex
    }
}
