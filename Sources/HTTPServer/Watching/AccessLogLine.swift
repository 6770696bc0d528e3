/// One answer as a line of the access log, in logfmt: `key=value` pairs with spaces between.
///
/// Text that a client chose stands in quotation marks, with a backslash before quotation marks
/// and backslashes and control characters as `\u00XX`, so that a line is always one line.
struct AccessLogLine {
    let exchange: Exchange
    let microseconds: Int

    func append(to bytes: inout [UInt8], at time: LogTime) {
        bytes.append("time=")
        time.append(to: &bytes)
        bytes.append(" client=")
        bytes.append(exchange.peer)
        bytes.append(" method=")
        bytes.append(exchange.method?.rawValue ?? "-")
        bytes.append(" target=")
        bytes.append(quoted: exchange.shownTarget)
        bytes.append(" status=")
        if exchange.isAnswered { bytes.append(decimal: exchange.status.rawValue) }
        if !exchange.isAnswered { bytes.append("-") }
        bytes.append(" bytes=")
        bytes.append(decimal: exchange.bytes)
        bytes.append(" us=")
        bytes.append(decimal: max(0, microseconds))
        bytes.append(" id=")
        exchange.id.append(to: &bytes)
        if let reason = exchange.reason {
            bytes.append(" reason=")
            bytes.append(quoted: reason)
        }
        bytes.append(.lineFeed)
    }
}

/// A moment as ISO 8601 has it, in UTC with milliseconds: `2026-11-21T07:14:33.123Z`.
struct LogTime {
    private var second = -1
    private var text: [UInt8] = []
    private var millisecond = 0

    init() {}

    /// Takes the clock's time; only a new second costs more than the digits.
    mutating func advance(to milliseconds: Int = Clock.wallMilliseconds()) {
        millisecond = milliseconds % 1000
        guard milliseconds / 1000 != second else { return }
        second = milliseconds / 1000
        let date = Clock.date(ofSecond: second)
        text.removeAll(keepingCapacity: true)
        for (number, separator) in zip(date, ["-", "-", "T", ":", ":", "."]) {
            if number < 10 { text.append("0") }
            text.append(decimal: number)
            text.append(separator)
        }
    }

    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: text)
        if millisecond < 100 { bytes.append("0") }
        if millisecond < 10 { bytes.append("0") }
        bytes.append(decimal: millisecond)
        bytes.append("Z")
    }
}

extension Array<UInt8> {
    fileprivate mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<32, 127:
                append("\\u00")
                if byte < 16 { append("0") }
                append(hex: Int(byte))
            default:
                append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
