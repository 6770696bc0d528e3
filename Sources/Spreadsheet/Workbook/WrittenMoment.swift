/// A day, a time, or both, as ISO 8601 writes them: `2026-06-30`, `14:30`, `2026-06-30T14:30:00`.
struct WrittenMoment: Hashable {
    /// A day of the Gregorian calendar.
    struct Day: Hashable {
        let year: Int
        let month: Int
        let day: Int
    }

    let day: Day?
    /// The time since midnight.
    let milliseconds: Int?

    /// Reads a moment; a `Z` at its end is passed over, other zones are not understood.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2 else { return nil }
        let isTimeOnly = parts.count == 1 && first.contains(UInt8(ascii: ":"))
        day = isTimeOnly ? nil : Self.day(first)
        guard isTimeOnly || day != nil else { return nil }
        guard let last = isTimeOnly ? first : parts.dropFirst().first else {
            milliseconds = nil
            return
        }
        guard let time = Self.time(last) else { return nil }
        milliseconds = time
    }

    /// The number by which Excel counts days (ECMA-376 part 1, 18.17.4), for those it counts right.
    ///
    /// It takes 1900 for a leap year, so that programs differ on the days before 1 March 1900.
    var serial: String? {
        var days = 0
        if let day {
            days = Self.daysSince1970(day) + 25_569
            guard days >= 61 else { return nil }
        }
        guard let milliseconds, milliseconds > 0 else { return String(days) }
        // Eleven digits are finer than a millisecond, and the product fits into 63 bits.
        let digits = String((milliseconds * 100_000_000_000 + 43_200_000) / 86_400_000)
        let fraction = String(repeating: "0", count: max(0, 11 - digits.count)) + digits
        let end = fraction.lastIndex { $0 != "0" } ?? fraction.startIndex
        return "\(days)." + fraction[...end]
    }

    private static func day(_ text: Substring.UTF8View) -> Day? {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4),
            let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2),
            year >= 1, (1...12).contains(month), day >= 1, day <= length(of: month, in: year)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func time(_ text: Substring.UTF8View) -> Int? {
        var text = text
        if text.last == UInt8(ascii: "Z") { text = text.dropLast() }
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 2), hour < 24,
            let minute = number(parts[1], digits: 2), minute < 60
        else { return nil }
        guard parts.count == 3 else { return (hour * 60 + minute) * 60_000 }
        let seconds = parts[2].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let second = number(seconds[0], digits: 2), second < 60 else { return nil }
        var fraction = 0
        if seconds.count == 2 {
            guard !seconds[1].isEmpty, seconds[1].allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            for place in 0..<3 {
                fraction = fraction * 10 + Int(seconds[1].dropFirst(place).first ?? 0x30) - 0x30
            }
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }

    private static func number(_ text: Substring.UTF8View, digits: Int) -> Int? {
        guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return text.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Years begin in March, so that a leap day is a year's last.
    private static func daysSince1970(_ day: Day) -> Int {
        let year = day.month > 2 ? day.year : day.year - 1
        let dayOfYear =
            (153 * (day.month > 2 ? day.month - 3 : day.month + 9) + 2) / 5 + day.day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}

extension WrittenMoment: CustomStringConvertible {
    /// `2026-06-30`, `14:30:00` or `2026-06-30T14:30:00`, with thousandths where there are any.
    var description: String {
        let date = day.map {
            "\(String(padding: $0.year, to: 4))-\(String(padding: $0.month, to: 2))-"
                + String(padding: $0.day, to: 2)
        }
        guard let milliseconds else { return date ?? "" }
        let seconds = milliseconds / 1000
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { String(padding: $0, to: 2) }.joined(separator: ":")
        let rest = milliseconds % 1000
        return (date.map { $0 + "T" } ?? "") + time
            + (rest == 0 ? "" : "." + String(padding: rest, to: 3))
    }
}

extension String {
    /// The number with noughts before it, so that it has as many digits.
    init(padding number: Int, to digits: Int) {
        let text = String(number)
        self = String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
}
