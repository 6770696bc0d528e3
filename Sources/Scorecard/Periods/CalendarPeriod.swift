/// A stretch of time that figures are for, written as a code and read as a label.
public protocol CalendarPeriod: LosslessStringConvertible, Hashable, Comparable, Sendable {
    /// The first day.
    var start: Day { get }
    /// The last day.
    var end: Day { get }
    /// The next period of this kind, or `nil` if there is none to name.
    var successor: Self? { get }
    /// The period of this kind before this one, or `nil` if there is none to name.
    var predecessor: Self? { get }
    /// The same period a year before.
    var yearBefore: Self? { get }
    /// How many successors lead from this period to another, negative to an earlier one.
    ///
    /// It is `nil` where none do: between two kinds, or between the dates of two counts.
    func distance(to other: Self) -> Int?
    /// The whole name: `Q1 2026/27 (April to June 2026)`.
    var label: String { get }
    /// The name where room is short or the kind is plain: `Q1 2026/27`.
    var shortLabel: String { get }
}

extension CalendarPeriod {
    /// Orders periods of one kind as time does.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.end < rhs.end }

    /// Whether the period's last day has come.
    public func isComplete(on day: Day) -> Bool { end <= day }

    /// Whether a day lies in the period.
    public func contains(_ day: Day) -> Bool { start <= day && day <= end }

    /// How many days it lasts, the first and the last included.
    public var dayCount: Int { end.days(since: start) + 1 }
}

/// The years in which a period may begin.
///
/// Four digits are written in every code; the limits leave room on both sides,
/// so that a period's neighbours and ends always lie in the calendar.
let periodYears = 1900...2999

/// The last two digits of a year.
func shortYear(_ year: Int) -> Int { year % 100 }

extension ASCIIText {
    /// Adds a year that spans two: `2026-27` in a code, `2026/27` in a label.
    mutating func add(yearsFrom year: Int, _ separator: String, years: Int = 1) {
        add(year, digits: 4)
        add(separator)
        add(shortYear(year + years), digits: 2)
    }

    /// The label of a year that spans two: `2026/27`.
    static func spanning(_ year: Int) -> String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "/")
        return text.string
    }
}
