import Scorecard
import Testing

@testable import Portal

@Suite struct PeriodChoiceTests {
    @Test(arguments: [
        ("2026-06-29", "2025-26-Q4"), ("2026-06-30", "2026-27-Q1"), ("2026-07-01", "2026-27-Q1"),
        ("2026-07-15", "2026-27-Q1"), ("2027-03-30", "2026-27-Q3"), ("2027-03-31", "2026-27-Q4"),
        ("2028-02-29", "2027-28-Q3"),
    ])
    func `the latest quarter is the last that is over`(today: String, quarter: String) throws {
        let choice = try PeriodChoice(latestOn: #require(Day(today)))
        #expect(choice.quarter.description == quarter)
        #expect(choice.all.first == choice.quarter)
        #expect(choice.day == choice.quarter.end)
    }

    @Test func `three years of quarters can be chosen, newest first`() throws {
        let choice = try PeriodChoice(latestOn: #require(Day("2026-07-15")))
        #expect(choice.all.count == 12)
        #expect(choice.all.last?.description == "2023-24-Q2")
        #expect(choice.all == choice.all.sorted(by: >))
    }

    @Test func `a clock that is far wrong is told so`() throws {
        let error = try #require(throws: UnknownDay.self) {
            try PeriodChoice(latestOn: .endOfTime)
        }
        #expect("\(error)".contains("9999-12-31"))
    }
}
