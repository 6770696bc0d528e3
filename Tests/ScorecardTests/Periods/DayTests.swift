import Scorecard
import Testing

@Suite struct DayTests {
    @Test func `every day of eight centuries follows the one before`() throws {
        // Counted by the calendar's own rule, not by the arithmetic under test.
        let monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var day = try #require(Day("1699-12-31"))
        for year in 1700...2500 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                for date in 1...(monthLengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
                    day = day.adding(days: 1)
                    let expected = (year, month, date)
                    guard day.civil == expected, Day(year: year, month: month, day: date) == day
                    else {
                        Issue.record("\(expected) is \(day.civil)")
                        return
                    }
                }
            }
        }
    }

    // Unix times of well-known days, divided by 86,400.
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-09-30", 20_726),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `a day has its number and its code`(code: String, number: Int) throws {
        let day = try #require(Day(code))
        #expect(day.number == number)
        #expect(Day(number: number).description == code)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
        "0000-01-01", "26-09-30", "2026-9-30", "2026-09-30 ", "2026/09/30", "2026-09-3a", "",
        "12026-09-30", "٢026-09-30",
    ])
    func `a date that is not in the calendar is refused`(code: String) {
        #expect(Day(code) == nil)
    }

    @Test func `arithmetic stops at the ends of the calendar`() {
        #expect(Day.range.upperBound.adding(days: 1) == Day.range.upperBound)
        #expect(Day.range.lowerBound.adding(days: .min) == Day.range.lowerBound)
        #expect(Day.range.upperBound.adding(days: .max) == Day.range.upperBound)
        #expect(Day.range.upperBound.adding(months: 1) == Day.range.upperBound)
        #expect(Day.range.lowerBound.adding(months: .min) == Day.range.lowerBound)
        #expect(Day(number: .max) == Day.range.upperBound)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-15", -3, "2025-12-15"), ("2024-02-29", -12, "2023-02-28"),
        ("2026-11-30", 14, "2028-01-30"),
    ])
    func `months are added on the same date or the last of a short month`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test func `people read the month's name`() {
        #expect(Day("2026-09-30")?.label == "30 September 2026")
        #expect(Day("2026-01-01")?.label == "1 January 2026")
    }
}
