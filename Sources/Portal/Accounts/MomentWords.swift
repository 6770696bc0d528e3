import Scorecard

extension Wording {
    /// A moment as people in the United Kingdom read it: `21 November 2026, 2:02pm`.
    static func moment(_ seconds: Int) -> String {
        let local = seconds + (isSummer(seconds) ? 3_600 : 0)
        let (day, second) = local.quotientAndFloorRemainder(86_400)
        let (hour, minute) = (second / 3_600, second / 60 % 60)
        let time = "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute)"
        return "\(Day(number: day).label), \(time)\(hour < 12 ? "am" : "pm")"
    }

    /// Whether clocks are one hour ahead: from the last Sunday of March to that of October, at one
    /// o'clock by Coordinated Universal Time (Summer Time Act 1972, as amended in 2002).
    private static func isSummer(_ seconds: Int) -> Bool {
        let year = Day(number: seconds.quotientAndFloorRemainder(86_400).quotient).year
        guard let march = Day(year: year, month: 3, day: 31),
            let october = Day(year: year, month: 10, day: 31)
        else { return false }
        return (change(march)..<change(october)).contains(seconds)
    }

    /// One o'clock of the last Sunday of the month that ends with this day.
    private static func change(_ last: Day) -> Int {
        // 4 January 1970 was a Sunday.
        let sunday = last.number - (last.number - 3).quotientAndFloorRemainder(7).remainder
        return sunday * 86_400 + 3_600
    }
}

extension Int {
    fileprivate func quotientAndFloorRemainder(
        _ divisor: Int
    ) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
