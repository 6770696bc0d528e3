import Testing

@testable import Spreadsheet

@Suite struct DateSystemTests {
    /// The days that ECMA-376 part 1, 18.17.4.1 gives, and the edges of them.
    @Test(arguments: [
        ("1", Cell.date("1900-01-01")), ("59", .date("1900-02-28")),
        ("60", .error("60 is shown as a date, but there is no such day")),
        ("61", .date("1900-03-01")), ("45351", .date("2024-02-29")),
        ("45000.0", .date("2023-03-15")),
        ("2958465", .date("9999-12-31")),
        ("2958465.9999999", .error("2958465.9999999 is shown as a date, but there is no such day")),
        ("2958466", .error("2958466 is outside the dates from 1900 to 9999")),
        ("-1", .error("-1 is outside the dates from 1900 to 9999")),
        ("1e400", .error("1e400 is outside the dates from 1900 to 9999")),
        ("0", .error("0 is shown as a date, but there is no such day")),
        ("45747.57326388889", .date("2025-03-31T13:45:30")),
        ("45747.999999", .date("2025-04-01")), ("45747.5", .date("2025-03-31T12:00:00")),
    ])
    func `a number is a day after 1900`(number: String, cell: Cell) {
        #expect(DateSystem.from1900.cell(number, shownAs: .day) == cell)
    }

    @Test(arguments: [
        ("0", "1904-01-01"), ("1", "1904-01-02"), ("44741.25", "2026-06-30T06:00:00"),
    ])
    func `a number is a day after 1904`(number: String, date: String) {
        #expect(DateSystem.from1904.cell(number, shownAs: .day) == .date(date))
    }

    @Test(arguments: [
        ("PT09H30M00S", Cell.date("09:30:00")), ("PT36H00M00S", .number("1.5", .plain)),
        ("P1D", .number("1", .plain)), ("P1DT6H", .number("1.25", .plain)),
        ("PT0S", .date("00:00:00")), ("-PT12H", .number("-0.5", .plain)),
        ("PT1M59.6S", .date("00:02:00")), ("PT000000008H", .date("08:00:00")),
    ])
    func `a duration is a time of day or a number of days`(text: String, cell: Cell) {
        #expect(ISODuration(Array(text.utf8)[...])?.cell == cell)
    }

    @Test(arguments: [
        "", "P", "PT", "PT1", "P1M", "PT1S2H", "1H", "PT99999999999H", "PTT1H", "PT1.5",
    ])
    func `what is no duration is not taken for one`(text: String) {
        let duration = ISODuration(Array(text.utf8)[...])
        #expect(duration == nil || ["P", "PT"].contains(text))
    }

    @Test(arguments: [
        "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-1", "2026-06-30T24:00:00", "2026-06-30T",
        "2026-06-30T12:60", "2025-02-29", "26-06-30", "2026-06-30+01:00", "9999-12-31T23:59:59.9",
    ])
    func `what is no date is not taken for one`(text: String) {
        #expect(ISOMoment(Array(text.utf8)[...]) == nil)
    }

    @Test func `every day is written as it is read`() throws {
        for day in stride(
            from: ISOMoment.days.lowerBound, through: ISOMoment.days.upperBound, by: 97)
        {
            let moment = try #require(ISOMoment(day: day, second: day & 0xFFFF))
            #expect(ISOMoment(Array(moment.description.utf8)[...]) == moment)
        }
    }
}
