import Scorecard

/// Something that a calendar has on a whole day.
struct CalendarEvent: Equatable {
    /// By which programs know it again.
    let name: String
    let day: Day
    /// When it was last changed, in seconds since 1970.
    let changedAt: Int
    /// How often it was changed.
    let version: Int
    let summary: String
    /// Where there is more about it.
    let address: String?
}

/// A calendar as programs read it (RFC 5545).
struct CalendarText {
    let title: String
    let events: [CalendarEvent]

    var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Partnership Portal//Returns//EN",
            "CALSCALE:GREGORIAN", "NAME:\(Self.escaped(title))",
            "X-WR-CALNAME:\(Self.escaped(title))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ]
        for event in events { lines += Self.lines(event) }
        // A calendar must have something in it.
        if events.isEmpty { lines += Self.zone }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    private static func lines(_ event: CalendarEvent) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(escaped(event.name))", "DTSTAMP:\(moment(event.changedAt))",
            "SEQUENCE:\(event.version)", "DTSTART;VALUE=DATE:\(date(event.day))",
            "DTEND;VALUE=DATE:\(date(event.day.adding(days: 1)))",
            "SUMMARY:\(escaped(event.summary))", "TRANSP:TRANSPARENT",
        ]
        if let address = event.address { lines.append("URL:\(address)") }
        return lines + ["END:VEVENT"]
    }

    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
    ]

    /// A text as a value (3.3.11): signs that part values are escaped, and those that cannot be
    /// seen are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// A line in parts of 75 bytes or fewer, none of which ends within a letter (3.1).
    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let letter = Array(String(scalar).utf8)
            if length + letter.count > 75 {
                bytes += Array("\r\n ".utf8)
                length = 1
            }
            bytes += letter
            length += letter.count
        }
        return bytes + Array("\r\n".utf8)
    }

    private static func date(_ day: Day) -> String {
        day.description.filter { $0 != "-" }
    }

    private static func moment(_ moment: Int) -> String {
        let number = moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400
        let second = moment - number * 86_400
        let time = [second / 3_600, second / 60 % 60, second % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(date(Day(number: number)))T\(time)Z"
    }
}
