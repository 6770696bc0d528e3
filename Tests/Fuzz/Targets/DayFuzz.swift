@testable import Portal
@testable import Scorecard

/// Any text as a day, and arithmetic with any day.
enum DayFuzz {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let day = Day(text) {
            demand(areSame(day.description, text), "a code is what is written: \(text)")
            demand(Day(typed: text) == day, "a code can be typed: \(text)")
        }
        if let day = Day(typed: text) { check(day) }
        if let day = Day(typedOrMonth: text) { check(day) }
        var material = Material(bytes)
        let day = Day(number: material.integer() >> material.number(below: 64))
        check(day)
        reckon(day, material.integer() >> material.number(below: 64))
    }

    private static func check(_ day: Day) {
        demand(Day(day.description) == day, "a day is read again: \(day)")
        for text in [day.label, day.label.lowercased(), " \(day.label)\n"] {
            // Four digits are typed of a year.
            demand(day.year < 1_000 || Day(typed: text) == day, "a label can be typed: \(text)")
        }
        let (year, month, date) = day.civil
        demand(Day(year: year, month: month, day: date) == day, "a date is a day: \(day)")
        demand(Day(year: year, month: month, day: 32) == nil, "no month has 32 days")
        demand(
            day.isLastOfMonth == (day == Day.range.upperBound || day.adding(days: 1).day == 1),
            "the last of a month is before the first: \(day)")
    }

    private static func reckon(_ day: Day, _ number: Int) {
        let moved = day.adding(days: number)
        demand(Day.range.contains(moved), "a day is one that can be written: \(day), \(number)")
        demand((number < 0 ? moved <= day : moved >= day), "days go on: \(day), \(number)")
        if Day.range.lowerBound < moved, moved < Day.range.upperBound {
            demand(moved.days(since: day) == number, "days are counted: \(day), \(number)")
        }
        let later = day.adding(months: number)
        demand(Day.range.contains(later), "a month on is a day: \(day), \(number)")
        demand(number < 0 ? later <= day : later >= day, "months go on: \(day), \(number)")
        guard Day.range.lowerBound < later, later < Day.range.upperBound,
            number.magnitude < 100_000
        else { return }
        let months = { (day: Day) in day.year * 12 + day.month }
        demand(months(later) - months(day) == number, "months are counted: \(day), \(number)")
        demand(
            later.day == day.day || (later.day < day.day && later.isLastOfMonth),
            "the day stays, or is the last: \(day), \(number)")
    }
}
