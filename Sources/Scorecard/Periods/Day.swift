/// A date of the Gregorian calendar, with no time of day and no time zone.
///
/// It runs from 1 January 0001 to 31 December 9999. Arithmetic that would leave
/// the calendar stops at its ends, so a day is always a day that can be written.
public struct Day: Hashable, Sendable {
    /// Days since 1 January 1970, negative before it.
    public let number: Int

    /// Creates a day from its number; one outside the calendar becomes the nearest.
    public init(number: Int) {
        self.number = min(max(number, Self.firstNumber), Self.lastNumber)
    }

    /// Creates a day, or `nil` if the calendar has no such date.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        number = Self.number(year: year, month: month, day: day)
    }

    /// Creates a day known to exist, for periods that compute their ends.
    init(_ year: Int, _ month: Int, _ day: Int) {
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// The first and last day that can be written.
    public static let range = Day(number: firstNumber)...Day(number: lastNumber)

    private static let firstNumber = -719_162
    private static let lastNumber = 2_932_896
}

extension Day: Comparable {
    /// Orders days as time does.
    public static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }
}

extension Day {
    /// The year, 1 to 9999.
    public var year: Int { civil.year }
    /// The month, 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }

    /// The date as year, month and day.
    ///
    /// The arithmetic is Howard Hinnant's `civil_from_days`: years begin in
    /// March, so that the leap day is the last of its year.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The number of days in a month, 28 to 31.
    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

extension Day {
    /// The day so many days later, or earlier if negative.
    public func adding(days: Int) -> Day {
        let (sum, overflows) = number.addingReportingOverflow(days)
        return overflows
            ? (days < 0 ? Self.range.lowerBound : Self.range.upperBound) : Day(number: sum)
    }

    /// The same day so many months later, or the last of a month that is too short.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let count = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        guard newYear >= 1 else { return Self.range.lowerBound }
        guard newYear <= 9999 else { return Self.range.upperBound }
        return Day(newYear, newMonth, min(day, Self.days(in: newMonth, of: newYear)))
    }

    /// The days from another day to this one.
    public func days(since other: Day) -> Int { number - other.number }

    /// Whether the day is the last of its month.
    public var isLastOfMonth: Bool {
        let (year, month, day) = civil
        return day == Self.days(in: month, of: year)
    }
}
