import Testing

@testable import Scorecard

@Suite struct DayInputTests {
    @Test(arguments: [
        ("31 March 2025", "2025-03-31"), ("31 mar 2025", "2025-03-31"),
        ("  1  MAY\t2026 ", "2026-05-01"), ("01 June 2026", "2026-06-01"),
        ("29 February 2024", "2024-02-29"), ("2025-03-31", "2025-03-31"),
    ])
    func `a date is read as people type it`(text: String, day: String) {
        #expect(Day(typed: text)?.description == day)
    }

    @Test(arguments: [
        "", " ", "31 March", "March 2025", "30 February 2025", "29 February 2025", "0 May 2025",
        "32 May 2025", "3/4/2025", "1 Ma 2025", "1 Marchy 2025", "1 May 25", "1 May 20255",
        "-1 May 2025", "+1 May 2025", "1 May 2025 now", "١ May 2025", "2025-13-01", "2025-3-31",
        String(repeating: "1", count: 10_000),
    ])
    func `what is no date is none`(text: String) {
        #expect(Day(typed: text) == nil)
    }

    @Test func `every day is read back from its label`() throws {
        for number in stride(from: -719_162, through: 2_932_896, by: 997) {
            let day = Day(number: number)
            guard day.year >= 1000 else { continue }
            #expect(Day(typed: day.label) == day)
        }
    }
}
