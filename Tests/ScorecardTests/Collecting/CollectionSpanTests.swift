import Scorecard
import Testing

@Suite struct CollectionSpanTests {
    private func codes(
        _ quarter: String, _ kind: PeriodKind?, _ frequency: Frequency
    ) throws -> [String] {
        let quarter = try #require(FinancialQuarter(quarter))
        return CollectionSpan(quarter: quarter).periods(kind: kind, frequency: frequency)
            .map(\.description)
    }

    // By the calendar: each period is asked for in the quarter that its last day lies in.
    @Test(
        arguments: [
            (
                PeriodKind.financialQuarter, Frequency.quarterly,
                ["2026-27-Q1"], ["2026-27-Q2"], ["2026-27-Q3"], ["2026-27-Q4"]
            ),
            (
                .month, .monthly, ["2026-04", "2026-05", "2026-06"],
                ["2026-07", "2026-08", "2026-09"],
                ["2026-10", "2026-11", "2026-12"], ["2027-01", "2027-02", "2027-03"]
            ),
            (.cumulativeTerm, .termly, ["2025-26-T2"], ["2025-26-T3"], ["2026-27-T1"], []),
            (.schoolTerm, .termly, ["2025-26-SPR"], ["2025-26-SUM"], ["2026-27-AUT"], []),
            (.academicYear, .annual, [], ["2025-26-AY"], [], []),
            (.calendarYear, .annual, [], [], ["2026-CY"], []),
            (.financialYear, .annual, [], [], [], ["2026-27-FY"]),
            (.financialYear, .quarterly, [], [], [], ["2026-27-FY"]),
            (.pooledYears, .annual, [], [], [], ["2024-27-P3"]),
            (.snapshot, .quarterly, ["2026-06-30"], ["2026-09-30"], ["2026-12-31"], ["2027-03-31"]),
            (.snapshot, .termly, ["2026-04-30"], ["2026-08-31"], ["2026-12-31"], []),
            (.snapshot, .annual, [], [], [], ["2027-03-31"]),
            (
                .snapshot, .monthly, ["2026-04-30", "2026-05-31", "2026-06-30"],
                ["2026-07-31", "2026-08-31", "2026-09-30"],
                ["2026-10-31", "2026-11-30", "2026-12-31"],
                ["2027-01-31", "2027-02-28", "2027-03-31"]
            ),
        ] as [(PeriodKind, Frequency, [String], [String], [String], [String])])
    func `a quarter asks for what ends within it`(
        kind: PeriodKind, frequency: Frequency, first: [String], second: [String],
        third: [String], fourth: [String]
    ) throws {
        for (number, expected) in [first, second, third, fourth].enumerated() {
            #expect(try codes("2026-27-Q\(number + 1)", kind, frequency) == expected)
        }
    }

    @Test(arguments: [Frequency.survey, .irregular, .asParts, .toBeDefined])
    func `nothing is asked for that comes at no fixed time`(frequency: Frequency) throws {
        for kind in PeriodKind.allCases {
            #expect(try codes("2026-27-Q4", kind, frequency).isEmpty)
        }
    }

    @Test func `nothing is asked for of an unknown kind of period`() throws {
        #expect(try codes("2026-27-Q4", nil, .quarterly).isEmpty)
    }

    @Test func `the first and the last day belong to the span`() throws {
        let span = try #require(CollectionSpan(first: day("2026-06-30"), last: day("2026-09-30")))
        let found = span.periods(kind: .financialQuarter, frequency: .quarterly)
        #expect(found == [try period("2026-27-Q1"), try period("2026-27-Q2")])
        let between = try #require(
            CollectionSpan(first: day("2026-07-01"), last: day("2026-09-29")))
        #expect(between.periods(kind: .financialQuarter, frequency: .quarterly).isEmpty)
    }

    @Test func `a span does not end before it begins`() throws {
        #expect(CollectionSpan(first: try day("2026-07-02"), last: try day("2026-07-01")) == nil)
    }

    @Test(arguments: PeriodKind.allCases)
    func `all of time asks for every period that has a name`(kind: PeriodKind) throws {
        guard kind != .snapshot else { return }
        let span = try #require(
            CollectionSpan(first: Day.range.lowerBound, last: Day.range.upperBound))
        #expect(span.periods(kind: kind, frequency: .annual) == (try kind.everyPeriod()))
    }

    @Test(arguments: ["0001-01-01", "1899-06-30", "3000-09-01", "9999-12-31"])
    func `a day beyond the years that have names asks for nothing`(code: String) throws {
        let day = try day(code)
        let span = try #require(CollectionSpan(first: day, last: day))
        for kind in PeriodKind.allCases {
            #expect(span.periods(kind: kind, frequency: .monthly).isEmpty)
        }
    }

    @Test func `each period has the day on which it is due`() throws {
        let quarter = try #require(FinancialQuarter("2026-27-Q2"))
        let rule = DueRule(frequency: .quarterly, kind: .financialQuarter, days: 30)
        let due = CollectionSpan(quarter: quarter).periods(due: rule)
        #expect(due.map(\.period) == [try period("2026-27-Q2")])
        #expect(due.map(\.dueDay) == [try day("2026-10-30")])
    }
}
