/// What a number format makes of a number.
enum NumberKind: UInt8, Sendable {
    case plain, percentage
    /// A day, a day with a time, a time of day.
    case day, moment, time
    /// Hours, minutes or seconds that go on past 24, 60 and 60.
    case duration

    /// A format that every program knows by its number (ECMA-376 part 1, 18.8.30), those of other
    /// languages included.
    init(builtIn id: Int) {
        switch id {
        case 9, 10, 67, 68: self = .percentage
        case 14...17: self = .day
        case 18...21, 45, 47, 32...35, 55, 56, 75, 76, 78, 80: self = .time
        case 22, 27...31, 36, 50...54, 57, 58, 71...74, 77, 81: self = .moment
        case 46, 79: self = .duration
        default: self = .plain
        }
    }

    /// A format by its code (18.8.31), of which the first section decides.
    init(code: String) {
        var scan = FormatCodeScan(code)
        scan.run()
        self = scan.kind
    }
}

/// Looks through the first section of a format code for what stands for parts of dates.
private struct FormatCodeScan {
    private var rest: Substring.UTF8View
    private var hasDay = false
    private var hasTime = false
    private var hasMonthOrMinute = false
    private var hasElapsed = false
    private var hasPercent = false

    init(_ code: String) {
        rest = code[...].utf8
    }

    var kind: NumberKind {
        if hasElapsed { return .duration }
        if hasDay { return hasTime ? .moment : .day }
        if hasTime { return .time }
        if hasMonthOrMinute { return .day }
        return hasPercent ? .percentage : .plain
    }

    mutating func run() {
        while let byte = rest.popFirst(), byte != UInt8(ascii: ";") {
            switch byte {
            case UInt8(ascii: "\""): _ = text(to: UInt8(ascii: "\""))
            case UInt8(ascii: "["): bracket(text(to: UInt8(ascii: "]")))
            // One character as it is, a space as wide as one, one that fills the cell.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): dropCharacter()
            case UInt8(ascii: "%"): hasPercent = true
            default: letter(byte | 0x20, byte)
            }
        }
    }

    private mutating func letter(_ letter: UInt8, _ byte: UInt8) {
        switch letter {
        case UInt8(ascii: "g") where drop("eneral"): break
        case UInt8(ascii: "a") where drop("m/pm") || drop("/p"): hasTime = true
        // The exponent of a number; alone it is a year.
        case UInt8(ascii: "e") where rest.first == 0x2B || rest.first == 0x2D: break
        case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"),
            UInt8(ascii: "b"):
            hasDay = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
        case UInt8(ascii: "m"): hasMonthOrMinute = true
        default: break
        }
    }

    private mutating func bracket(_ content: Substring.UTF8View) {
        let letters = Set(content.map { $0 | 0x20 })
        if letters.count == 1, let letter = letters.first,
            letter == UInt8(ascii: "h") || letter == UInt8(ascii: "m")
                || letter == UInt8(ascii: "s")
        {
            hasElapsed = true
        }
    }

    private mutating func text(to end: UInt8) -> Substring.UTF8View {
        let text = rest.prefix { $0 != end }
        rest = rest.dropFirst(text.count + 1)
        return text
    }

    private mutating func drop(_ word: String) -> Bool {
        guard rest.prefix(word.utf8.count).map({ $0 | 0x20 }) == word.utf8.map({ $0 | 0x20 })
        else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }

    private mutating func dropCharacter() {
        guard rest.popFirst() ?? 0 >= 0xC0 else { return }
        rest = rest.drop { 0x80...0xBF ~= $0 }
    }
}
