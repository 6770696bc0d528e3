/// A moment as HTTP writes it, in whole seconds: `Sun, 06 Nov 1994 08:49:37 GMT`.
public struct HTTPDate: Sendable, Hashable, Comparable {
    /// Seconds since 1970.
    public let seconds: Int

    /// Creates a moment.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The earlier one is less.
    public static func < (left: HTTPDate, right: HTTPDate) -> Bool {
        left.seconds < right.seconds
    }

    static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Days from 1970-01-01 to a day of the proleptic Gregorian calendar.
    ///
    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension HTTPDate: LosslessStringConvertible {
    /// The preferred form, IMF-fixdate (RFC 9110, 5.6.7).
    public var description: String {
        let day = seconds.floored(by: 86_400)
        let second = seconds - day * 86_400
        let shifted = day + 719_468
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.two)
        return Self.days[day - day.floored(by: 7) * 7] + ", " + Self.two(date) + " "
            + Self.months[month - 1] + " " + Self.two(year / 100) + Self.two(year % 100) + " "
            + time.joined(separator: ":") + " GMT"
    }

    /// Reads any of the three forms a recipient must accept (RFC 9110, 5.6.7).
    public init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        let date: (day: String, month: String, year: String)
        let time: String
        if parts.count == 6, parts[5] == "GMT", parts[0].hasSuffix(",") {
            date = (parts[1], parts[2], parts[3])
            time = parts[4]
        } else if parts.count == 4, parts[3] == "GMT", parts[0].hasSuffix(",") {
            let pieces = parts[1].split(separator: "-").map(String.init)
            guard pieces.count == 3, pieces[2].utf8.count == 2, let year = Self.number(pieces[2])
            else {
                return nil
            }
            date = (pieces[0], pieces[1], String(year < 70 ? 2000 + year : 1900 + year))
            time = parts[2]
        } else if parts.count == 5 {
            date = (parts[2], parts[1], parts[4])
            time = parts[3]
        } else {
            return nil
        }
        guard let month = Self.months.firstIndex(of: date.month),
            let year = Self.number(date.year), (1...9999).contains(year),
            let day = Self.number(date.day), (1...31).contains(day)
        else { return nil }
        let clock = time.split(separator: ":", omittingEmptySubsequences: false)
            .map { Self.number(String($0)) ?? -1 }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            (0...60).contains(clock[2])
        else { return nil }
        seconds =
            Self.days(year: year, month: month + 1, day: day) * 86_400 + clock[0] * 3600
            + clock[1] * 60 + clock[2]
    }

    /// Digits and nothing else: no sign.
    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

extension Int {
    fileprivate func floored(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
