/// A day, a moment of a day, or a time of day, written by ISO 8601.
struct ISOMoment: Hashable, Sendable, CustomStringConvertible {
    /// Days after 1970-01-01 in the Gregorian calendar.
    let day: Int?
    /// Seconds of the day.
    let second: Int?

    /// The days from 0001-01-01 to 9999-12-31, which four digits can write.
    static let days = -719_162...2_932_896

    /// A moment; at midnight it is a day.
    init?(day: Int, second: Int) {
        guard Self.days.contains(day) else { return nil }
        self.day = day
        self.second = second == 0 ? nil : second
    }

    /// A time of day.
    init(second: Int) {
        day = nil
        self.second = second
    }

    /// Reads `2026-06-30` or `2026-06-30T14:30:00`, with a fraction of a second, which is rounded,
    /// and with a `Z`, which is passed over.
    init?(_ bytes: ArraySlice<UInt8>) {
        var scan = ISOScan(bytes)
        guard let year = scan.digits(4), scan.take(0x2D), let month = scan.digits(2),
            scan.take(0x2D), let dayOfMonth = scan.digits(2),
            let day = Self.day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        var second = 0
        if scan.take(0x54) || scan.take(0x20) {
            guard let hours = scan.digits(2), hours < 24, scan.take(0x3A),
                let minutes = scan.digits(2), minutes < 60
            else { return nil }
            second = hours * 3_600 + minutes * 60
            if scan.take(0x3A) {
                guard let seconds = scan.digits(2), seconds < 60 else { return nil }
                second += seconds + scan.roundedFraction()
            }
            _ = scan.take(0x5A)
        }
        guard scan.isAtEnd else { return nil }
        self.init(day: day + second / 86_400, second: second % 86_400)
    }

    var description: String {
        var text: [UInt8] = []
        if let day {
            let (year, month, dayOfMonth) = Self.date(ofDay: day)
            Self.write(year / 100, year % 100, "", to: &text)
            Self.write(month, dayOfMonth, "-", to: &text)
        }
        if let second {
            if day != nil { text.append(0x54) }
            var time: [UInt8] = []
            Self.write(second / 3_600, second / 60 % 60, ":", to: &time)
            Self.write(second % 60, nil, ":", to: &time)
            text += time.dropFirst()
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Two numbers of two digits, a sign before each.
    private static func write(
        _ first: Int, _ second: Int?, _ sign: String, to text: inout [UInt8]
    ) {
        for number in [first, second].compactMap(\.self) {
            text.append(contentsOf: Array(sign.utf8))
            text.append(0x30 + UInt8(truncatingIfNeeded: number / 10 % 10))
            text.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
        }
    }

    private static func day(year: Int, month: Int, day: Int) -> Int? {
        guard year >= 1, 1...12 ~= month, 1...31 ~= day else { return nil }
        // The year begins in March, so that the leap day is its last.
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        let days =
            years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day
            - 719_469
        return date(ofDay: days) == (year, month, day) ? days : nil
    }

    private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let fromMarch = day + 719_468
        let era = fromMarch / 146_097
        let ofEra = fromMarch % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (ofYear * 5 + 2) / 153
        let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
        return (year, month < 10 ? month + 3 : month - 9, ofYear - (month * 153 + 2) / 5 + 1)
    }
}
