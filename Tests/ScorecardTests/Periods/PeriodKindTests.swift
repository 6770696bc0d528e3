import Scorecard
import Testing

@Suite struct PeriodKindTests {
    // 1,100 years, from 1900 to 2999, of so many periods each.
    @Test(arguments: [
        (PeriodKind.financialQuarter, 4_400), (.financialYear, 1_100), (.academicYear, 1_100),
        (.cumulativeTerm, 3_300), (.schoolTerm, 3_300), (.calendarYear, 1_100),
        (.pooledYears, 1_100), (.month, 13_200),
    ])
    func `every period of a kind reads back, and its code sorts as time does`(
        kind: PeriodKind, count: Int
    ) throws {
        let periods = try kind.everyPeriod()
        #expect(periods.count == count)
        for (period, next) in zip(periods, periods.dropFirst()) {
            let code = next.description
            guard Period(code) == next, next.kind == kind, period < next,
                period.description < code, next.predecessor == period,
                period.successor == next, !next.label.isEmpty
            else {
                Issue.record("\(code) after \(period.description)")
                return
            }
        }
        #expect(periods.first?.predecessor == nil)
        #expect(periods.first?.yearBefore == nil)
        #expect(periods.last?.successor == nil)
        #expect(periods.last?.start.year ?? 0 >= 2999)
    }

    @Test(arguments: PeriodKind.partitions)
    func `periods that part the calendar leave no gap and do not overlap`(kind: PeriodKind) throws {
        let periods = try kind.everyPeriod()
        for (period, next) in zip(periods, periods.dropFirst())
        where next.start != period.end.adding(days: 1) || period.end < period.start {
            Issue.record("\(next.description) after \(period.description)")
            return
        }
    }

    @Test(arguments: PeriodKind.allCases)
    func `the same period a year before begins twelve months earlier`(kind: PeriodKind) throws {
        for period in try kind.everyPeriod() {
            guard let before = period.yearBefore else { continue }
            guard before.start == period.start.adding(months: -12), before.kind == kind,
                before.end.adding(days: 1) == period.end.adding(days: 1).adding(months: -12)
            else {
                Issue.record("\(before.description) a year before \(period.description)")
                return
            }
        }
    }

    @Test func `the dates of every month's ends read back, and sort as time does`() throws {
        var last = "1899-12-31"
        for month in try PeriodKind.month.everyPeriod() {
            for day in [month.start, month.start.adding(days: 27), month.end] {
                let snapshot = try #require(Period(day.description))
                guard snapshot.description == day.description, snapshot.kind == .snapshot,
                    snapshot.start == day, snapshot.end == day, last <= day.description
                else {
                    Issue.record("\(day.description)")
                    return
                }
                last = day.description
            }
        }
    }

    // A year that four divides has 29 days in February, but for centuries that 400 does not divide.
    @Test(arguments: [
        ("1900-02-29", false), ("2000-02-29", true), ("2100-02-29", false), ("2024-02-29", true),
        ("2026-02-29", false), ("2400-02-29", true),
    ])
    func `29 February is a snapshot in leap years only`(code: String, exists: Bool) {
        #expect((Period(code) != nil) == exists)
    }

    @Test(arguments: [
        ("1999-00-FY", "1999/00 financial year"), ("1999-00-AY", "1999/00 academic year"),
        ("1999-00-Q4", "Q4 1999/00 (January to March 2000)"),
        ("1999-00-T2", "1999/00 autumn and spring terms"), ("1999-00-SUM", "1999/00 summer term"),
        ("1997-00-P3", "1997/98 to 1999/00"), ("1998-01-P3", "1998/99 to 2000/01"),
        ("2999-00-FY", "2999/00 financial year"),
    ])
    func `a year that ends a century is written with two noughts`(code: String, label: String)
        throws
    {
        #expect(try period(code).label == label)
    }
}
