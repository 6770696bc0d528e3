import Scorecard
import Testing

@Suite struct DueRuleTests {
    // 45 days after 30 September are 14 November; the rest by the calendar.
    @Test(
        arguments: [
            (Frequency.quarterly, "2026-27-Q1", "2026-27-Q2", "2026-11-14"),
            (.quarterly, "2026-27-Q4", "2027-28-Q1", "2027-08-14"),
            (.monthly, "2026-09", "2026-10", "2026-11-21"),
            (.termly, "2025-26-T1", "2025-26-T2", "2026-08-20"),
            (.termly, "2025-26-SUM", "2026-27-AUT", "2027-04-22"),
            (.annual, "2025-26-FY", "2026-27-FY", "2028-03-29"),
            (.annual, "2025-26-AY", "2026-27-AY", "2028-08-29"),
            (.annual, "2025-CY", "2026-CY", "2027-12-30"),
            (.annual, "2021-24-P3", "2022-25-P3", "2026-03-30"),
            // Less often than the period's kind asks: as far on as the frequency says.
            (.annual, "2026-27-Q4", "2027-28-Q4", "2028-05-15"),
            (.annual, "2026-09", "2027-09", "2027-10-21"),
            (.annual, "2025-26-AUT", "2026-27-AUT", "2027-04-22"),
            (.quarterly, "2026-09", "2026-12", "2027-01-21"),
            (.termly, "2026-09", "2027-01", "2027-02-21"),
            // More often than the kind can: the next of the kind.
            (.quarterly, "2025-26-FY", "2026-27-FY", "2028-03-29"),
            (.termly, "2026-27-Q1", "2026-27-Q2", "2026-11-14"),
            (.monthly, "2026-27-Q1", "2026-27-Q2", "2026-11-14"),
            // Dates: a month's last day is followed by a month's last day.
            (.quarterly, "2026-06-30", "2026-09-30", "2026-11-14"),
            (.quarterly, "2026-09-30", "2026-12-31", "2027-02-14"),
            (.quarterly, "2026-09-29", "2026-12-29", "2027-02-12"),
            (.monthly, "2026-02-28", "2026-03-31", "2026-04-21"),
            (.monthly, "2024-01-30", "2024-02-29", "2024-03-21"),
            (.termly, "2026-01-15", "2026-05-15", "2026-09-04"),
            (.annual, "2026-03-31", "2027-03-31", "2028-03-29"),
            (.annual, "2024-02-29", "2025-02-28", "2026-02-27"),
        ])
    func `the next figure is that of the next period`(
        frequency: Frequency, latest: String, next: String, due: String
    ) throws {
        let rule = DueRule(frequency: frequency, kind: nil)
        let expected = NextFigure.due(try period(next), by: try day(due))
        #expect(rule.next(after: try period(latest)) == expected)
    }

    @Test(arguments: [
        (0, "2026-09-30"), (30, "2026-10-30"), (-5, "2026-09-30"), (3_650, "2036-09-27"),
        (.max, "2036-09-27"), (.min, "2026-09-30"),
    ])
    func `a measure may have its own number of days`(days: Int, due: String) throws {
        let rule = DueRule(frequency: .quarterly, kind: .financialQuarter, days: days)
        #expect(rule.dueDay(of: try period("2026-27-Q2")) == (try day(due)))
    }

    @Test(
        arguments: [
            (Frequency.survey, "2026-27-Q1"), (.irregular, "2025-26-AY"), (.asParts, "2026-27-FY"),
            (.toBeDefined, "2026-09"), (.annual, "2999-00-FY"), (.annual, "2999-06-30"),
            (.annual, "2999-00-Q1"),
        ])
    func `no date is known where figures come at no fixed time, or time has no more names`(
        frequency: Frequency, latest: String
    ) throws {
        let rule = DueRule(frequency: frequency, kind: .financialQuarter)
        #expect(rule.next(after: try period(latest)) == .undated(frequency))
    }

    @Test(
        arguments: [
            // Q1's figure is due by 14 August.
            (Frequency.quarterly, PeriodKind.financialQuarter, "2026-08-14", "2026-27-Q1"),
            (.quarterly, .financialQuarter, "2026-08-15", "2026-27-Q2"),
            (.quarterly, .financialQuarter, "2026-07-01", "2026-27-Q1"),
            (.quarterly, .financialQuarter, "2026-06-30", "2026-27-Q1"),
            (.annual, .financialYear, "2026-03-30", "2024-25-FY"),
            (.annual, .financialYear, "2026-03-31", "2025-26-FY"),
            (.monthly, .month, "2026-09-21", "2026-08"),
            (.monthly, .month, "2026-09-22", "2026-09"),
        ])
    func `the first figure is that of the earliest period that can still be in time`(
        frequency: Frequency, kind: PeriodKind, asked: String, first: String
    ) throws {
        let rule = DueRule(frequency: frequency, kind: kind)
        let expected = try period(first)
        #expect(rule.first(on: try day(asked)) == .due(expected, by: rule.dueDay(of: expected)))
    }

    @Test(
        arguments: [
            (Frequency.survey, .financialQuarter), (.irregular, .month), (.annual, .snapshot),
            (.annual, nil), (.toBeDefined, nil),
        ] as [(Frequency, PeriodKind?)])
    func `no first figure has a date where its period is not known`(
        frequency: Frequency, kind: PeriodKind?
    ) throws {
        let rule = DueRule(frequency: frequency, kind: kind)
        #expect(rule.first(on: try day("2026-11-21")) == .undated(frequency))
    }

    @Test func `no first figure has a date outside the years that have names`() {
        let rule = DueRule(frequency: .annual, kind: .calendarYear)
        #expect(rule.first(on: Day.range.upperBound) == .undated(.annual))
        #expect(rule.first(on: Day.range.lowerBound) == .undated(.annual))
    }

    @Test(arguments: [
        (Frequency.termly, PeriodKind.cumulativeTerm), (.termly, .schoolTerm),
        (.annual, .financialYear), (.annual, .academicYear), (.annual, .calendarYear),
        (.annual, .pooledYears),
    ])
    func `a figure of a term or year is current while the next is not late`(
        frequency: Frequency, kind: PeriodKind
    ) throws {
        let rule = DueRule(frequency: frequency, kind: kind)
        for latest in try kind.everyPeriod() {
            guard case .due(_, by: let due) = rule.next(after: latest) else { continue }
            guard Freshness.isCurrent(latest, on: due, frequency: frequency) else {
                Issue.record("\(latest.description) on \(due.description)")
                return
            }
        }
    }

    @Test(arguments: [Frequency.termly, .annual])
    func `a count of a term or year is current while the next is not late`(frequency: Frequency)
        throws
    {
        let rule = DueRule(frequency: frequency, kind: .snapshot)
        let start = try day("2023-01-01")
        for passed in 0..<1_461 {
            let taken = start.adding(days: passed)
            let latest = try period(taken.description)
            guard case .due(_, by: let due) = rule.next(after: latest),
                Freshness.isCurrent(latest, on: due, frequency: frequency)
            else {
                Issue.record("\(taken.description)")
                return
            }
        }
    }

    @Test(arguments: [
        (Frequency.monthly, PeriodKind.month), (.quarterly, .financialQuarter),
    ])
    func `a figure of a month or quarter is due before the period after has ended`(
        frequency: Frequency, kind: PeriodKind
    ) throws {
        let rule = DueRule(frequency: frequency, kind: kind)
        for period in try kind.everyPeriod() {
            guard let next = period.successor, rule.dueDay(of: period) >= next.end else { continue }
            Issue.record("\(period.description)")
            return
        }
    }
}
