import Scorecard

/// Moments as people in the United Kingdom read them.
enum MomentWords {
    /// The day, as `21 November 2026`.
    static func day(_ moment: Int) -> String {
        Day(number: floorDivided(local(moment), by: 86_400)).label
    }

    /// The minute, as `21 November 2026 at 16:34`.
    static func dayAndTime(_ moment: Int) -> String {
        let local = local(moment)
        let minutes = (local - floorDivided(local, by: 86_400) * 86_400) / 60
        return "\(day(moment)) at \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }

    /// `2026-11-21T16:34Z`, for files (ISO 8601).
    static func code(_ moment: Int) -> String {
        let day = floorDivided(moment, by: 86_400)
        let minutes = (moment - day * 86_400) / 60
        return "\(Day(number: day))T\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))Z"
    }

    /// The moment with the hour that summer time adds: from 01:00 UTC on the last Sunday of March
    /// to 01:00 UTC on that of October (Summer Time Order 2002).
    private static func local(_ moment: Int) -> Int {
        let year = Day(number: floorDivided(moment, by: 86_400)).year
        guard let march = Day(year: year, month: 3, day: 31),
            let october = Day(year: year, month: 10, day: 31)
        else { return moment }
        let summer = change(before: march)..<change(before: october)
        return summer.contains(moment) ? moment + 3_600 : moment
    }

    /// 01:00 UTC on the last Sunday up to a day.
    private static func change(before day: Day) -> Int {
        // 1 January 1970 was a Thursday, four days after a Sunday.
        (day.number - (day.number + 4) % 7) * 86_400 + 3_600
    }

    private static func floorDivided(_ number: Int, by divisor: Int) -> Int {
        number >= 0 ? number / divisor : (number + 1) / divisor - 1
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
