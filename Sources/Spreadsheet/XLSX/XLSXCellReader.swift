/// Reads one cell after the other (ECMA-376 part 1, 18.3.1.4).
struct XLSXCellReader {
    let strings: XLSXSharedStrings
    let styles: XLSXStyles
    let dates: DateSystem

    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var hasValue = false
    private var hasFormula = false
    /// Whether the value is an item of its own, whose escapes are already replaced.
    private var isItem = false

    init(strings: XLSXSharedStrings, styles: XLSXStyles, dates: DateSystem) {
        self.strings = strings
        self.styles = styles
        self.dates = dates
    }

    private enum Kind {
        case number, shared, text, boolean, error, date
    }

    /// Reads the cell that has started, up to its end.
    ///
    /// - Throws: what is wrong with it, without its place.
    mutating func read(_ xml: inout XMLReader) throws(SheetError) -> Cell {
        let kind = try kind(xml)
        let style = try style(xml)
        try readContent(&xml)
        if hasFormula, !hasValue || (value.isEmpty && kind != .text) {
            return .formula(try XMLText.string(formula))
        }
        return try cell(kind, style)
    }

    private func kind(_ xml: XMLReader) throws(SheetError) -> Kind {
        guard let type = try xml.value(of: .type), let first = type.first else { return .number }
        if type.count == 1 {
            switch first {
            case UInt8(ascii: "n"): return .number
            case UInt8(ascii: "s"): return .shared
            case UInt8(ascii: "b"): return .boolean
            case UInt8(ascii: "e"): return .error
            case UInt8(ascii: "d"): return .date
            default: break
            }
        }
        guard type.elementsEqual("str".utf8) || type.elementsEqual("inlineStr".utf8) else {
            throw .damaged("the cell is of no known type")
        }
        return .text
    }

    private func style(_ xml: XMLReader) throws(SheetError) -> NumberKind {
        guard let text = try xml.value(of: .s) else { return styles.kind(0) ?? .plain }
        guard let index = Decimals.wholeNumber(text), let kind = styles.kind(index) else {
            throw .damaged("the cell has a format that is not in the workbook")
        }
        return kind
    }

    private mutating func readContent(_ xml: inout XMLReader) throws(SheetError) {
        let outer = xml.depth - 1
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        hasValue = false
        hasFormula = false
        isItem = false
        while true {
            switch (try xml.next(), xml.name) {
            case (.start, .v):
                hasValue = true
                try Self.readText(&xml, to: &value)
            case (.start, .f):
                hasFormula = true
                try Self.readText(&xml, to: &formula)
            case (.start, .is):
                hasValue = true
                isItem = true
                try XLSXStringItem.append(&xml, to: &value)
            case (.start, _): try xml.skip()
            case (.end, _) where xml.depth == outer: return
            case (.finished, _): return
            default: continue
            }
        }
    }

    private static func readText(
        _ xml: inout XMLReader, to bytes: inout [UInt8]
    ) throws(SheetError) {
        let outer = xml.depth - 1
        while true {
            switch try xml.next() {
            case .text: try xml.appendText(to: &bytes)
            case .start: try xml.skip()
            case .end where xml.depth == outer: return
            case .finished: return
            case .end: continue
            }
        }
    }

    private mutating func cell(_ kind: Kind, _ style: NumberKind) throws(SheetError) -> Cell {
        if kind == .text {
            if !isItem { XLSXText.unescape(&value, from: 0) }
            return value.isEmpty ? .blank : .text(try XMLText.string(value))
        }
        let text = Decimals.trimmed(value[...])
        if text.isEmpty { return .blank }
        switch kind {
        case .number, .text: return try number(text, style)
        case .shared:
            guard let index = Decimals.wholeNumber(text), let string = strings.text(index) else {
                throw .damaged("the cell has a text that is not in the workbook")
            }
            return string.isEmpty ? .blank : .text(string)
        case .boolean:
            if text.elementsEqual("1".utf8) || text.elementsEqual("true".utf8) {
                return .boolean(true)
            }
            guard text.elementsEqual("0".utf8) || text.elementsEqual("false".utf8) else {
                throw .damaged("the cell is neither true nor false")
            }
            return .boolean(false)
        case .error: return .error(try XMLText.string(text))
        case .date:
            guard let moment = ISOMoment(text) else {
                return .error("«\(try XMLText.string(text))» is not a date")
            }
            return .date(moment.description)
        }
    }

    private func number(
        _ bytes: ArraySlice<UInt8>, _ style: NumberKind
    ) throws(SheetError) -> Cell {
        guard let text = Decimals.number(bytes) else {
            throw .damaged("the cell has text where a number belongs")
        }
        switch style {
        case .plain: return .number(text, .plain)
        case .percentage: return .number(text, .percentage)
        case .day, .moment, .time, .duration: return dates.cell(text, shownAs: style)
        }
    }
}
