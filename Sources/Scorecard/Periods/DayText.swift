extension Day: LosslessStringConvertible {
    /// Reads an ISO date such as `2026-09-30`; `nil` for anything else.
    public init?(_ code: String) {
        guard let code = CodeBytes(code.utf8), code.count == 10, code[4] == "-", code[7] == "-",
            let year = code.number(from: 0, digits: 4), let month = code.number(from: 5, digits: 2),
            let day = code.number(from: 8, digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The ISO date, which is also the address and the column: `2026-09-30`.
    public var description: String {
        let (year, month, day) = civil
        var text = ASCIIText()
        text.add(year, digits: 4)
        text.add("-")
        text.add(month, digits: 2)
        text.add("-")
        text.add(day, digits: 2)
        return text.string
    }

    /// What people read: `30 September 2026`.
    public var label: String {
        let (year, month, day) = civil
        return "\(day) \(Self.name(ofMonth: month)) \(year)"
    }

    /// The name of a month, 1 to 12.
    static func name(ofMonth month: Int) -> String {
        switch month {
        case 1: "January"
        case 2: "February"
        case 3: "March"
        case 4: "April"
        case 5: "May"
        case 6: "June"
        case 7: "July"
        case 8: "August"
        case 9: "September"
        case 10: "October"
        case 11: "November"
        default: "December"
        }
    }
}
