/// Reads one cell after the other (OpenDocument 1.3 part 3, 9.1.4 and 19.385).
struct ODSCellReader {
    let styles: ODSStyles
    let limits: WorkbookLimits

    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var text = ODSParagraphs()

    init(styles: ODSStyles, limits: WorkbookLimits) {
        self.styles = styles
        self.limits = limits
    }

    private enum Kind {
        case none, number, percentage, date, time, boolean, string, error

        /// The attribute that holds the value.
        var attribute: XMLName? {
            switch self {
            case .number, .percentage: .value
            case .date: .dateValue
            case .time: .timeValue
            case .boolean: .booleanValue
            case .string: .stringValue
            case .none, .error: nil
            }
        }
    }

    /// Reads the cell that has started, up to its end.
    ///
    /// - Throws: what is wrong with it, without its place.
    mutating func read(_ xml: inout XMLReader) throws(SheetError) -> Cell {
        let kind = try kind(xml)
        var hasValue = false
        value.removeAll(keepingCapacity: true)
        if let attribute = kind.attribute, let bytes = try xml.value(of: attribute) {
            value.append(contentsOf: bytes)
            hasValue = true
        }
        formula.removeAll(keepingCapacity: true)
        if let bytes = try xml.value(of: .formula) { formula.append(contentsOf: bytes) }
        text.removeAll()
        try text.read(&xml, limits)
        // Text alone is the result of a formula that came to text, even to none.
        let isText = kind == .none || kind == .string || kind == .error
        if !formula.isEmpty, !hasValue, text.count == 0 || !isText {
            return .formula(try Self.withoutPrefix(formula))
        }
        return try cell(kind, hasValue)
    }

    private func kind(_ xml: XMLReader) throws(SheetError) -> Kind {
        if try xml.value(of: .calcextValueType)?.elementsEqual("error".utf8) == true {
            return .error
        }
        guard let type = try xml.value(of: .valueType) else { return .none }
        switch type {
        case Self.float, Self.currency:
            return styles.isPercentage(try xml.value(of: .tableStyleName)) ? .percentage : .number
        case Self.percentage: return .percentage
        case Self.date: return .date
        case Self.time: return .time
        case Self.boolean: return .boolean
        case Self.string: return .string
        case Self.void: return .none
        default: throw .damaged("the cell is of no known type")
        }
    }

    private func cell(_ kind: Kind, _ hasValue: Bool) throws(SheetError) -> Cell {
        switch kind {
        case .none: return try text(text.bytes)
        case .string: return try text(hasValue ? value : text.bytes)
        case .error: return .error(text.bytes.isEmpty ? "error" : try XMLText.string(text.bytes))
        case .number, .percentage:
            guard let number = Decimals.number(Decimals.trimmed(value[...])) else {
                throw .damaged("the cell has text where a number belongs")
            }
            return .number(number, kind == .percentage ? .percentage : .plain)
        case .boolean:
            guard hasValue else { throw .damaged("the cell is neither true nor false") }
            return .boolean(value.elementsEqual("true".utf8))
        case .date:
            if let moment = ISOMoment(value[...]) { return .date(moment.description) }
            return .error("«\(try XMLText.string(value))» is not a date of the years 1 to 9999")
        case .time:
            if let duration = ISODuration(value[...]) { return duration.cell }
            return .error("«\(try XMLText.string(value))» is not a time")
        }
    }

    /// A text; of a formula it may be an error by its name.
    private func text(_ bytes: [UInt8]) throws(SheetError) -> Cell {
        if bytes.isEmpty { return .blank }
        let string = try XMLText.string(bytes)
        if !formula.isEmpty, Self.errors.contains(string) { return .error(string) }
        return .text(string)
    }

    /// A formula without the `of:=` before it.
    private static func withoutPrefix(_ formula: [UInt8]) throws(SheetError) -> String {
        let sign = formula.firstIndex(of: 0x3D) ?? -1
        return try XMLText.string(sign < 10 ? formula[(sign + 1)...] : formula[...])
    }

    private static let errors: Set<String> = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
    ]
    private static let float = Array("float".utf8)[...]
    private static let currency = Array("currency".utf8)[...]
    private static let percentage = Array("percentage".utf8)[...]
    private static let date = Array("date".utf8)[...]
    private static let time = Array("time".utf8)[...]
    private static let boolean = Array("boolean".utf8)[...]
    private static let string = Array("string".utf8)[...]
    private static let void = Array("void".utf8)[...]
}
