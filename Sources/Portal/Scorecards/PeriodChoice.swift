import Scorecard

/// The quarter at whose end measures are looked at, among those there are.
struct PeriodChoice: Equatable {
    let quarter: FinancialQuarter
    /// The quarters that can be chosen, newest first.
    let all: [FinancialQuarter]

    /// How many quarters a reader can choose from: three years.
    private static let reach = 12

    init(quarter: FinancialQuarter, all: [FinancialQuarter]) {
        self.quarter = quarter
        self.all = all
    }

    /// The latest quarter that is over on a day, and those before it.
    ///
    /// - Throws: `UnknownDay` when the clock shows a year that no period can have.
    init(latestOn day: Day) throws {
        guard let latest = FinancialQuarter(containing: day.adding(days: 1))?.predecessor
        else { throw UnknownDay(day: day) }
        quarter = latest
        var all = [latest]
        while all.count < Self.reach, let before = all.last?.predecessor { all.append(before) }
        self.all = all
    }

    /// The day on which measures are judged: the last of the quarter.
    var day: Day { quarter.end }
}

/// A day in no financial year that can be named, which is a wrong clock.
struct UnknownDay: Error, CustomStringConvertible {
    let day: Day

    var description: String { "the clock shows \(day), which is in no financial year we know" }
}
