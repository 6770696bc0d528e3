import Scorecard
import Testing

@Suite struct NextFigureTests {
    @Test(arguments: [
        ("2026-11-13", false, "The next figure, for Q2 2026/27, is due by 14 November 2026."),
        ("2026-11-14", false, "The next figure, for Q2 2026/27, is due by 14 November 2026."),
        (
            "2026-11-15", true,
            "The next figure, for Q2 2026/27, has been late since 15 November 2026."
        ),
        (
            "2027-11-15", true,
            "The next figure, for Q2 2026/27, has been late since 15 November 2026."
        ),
    ])
    func `a figure is late from the day after it was due`(
        asked: String, isLate: Bool, sentence: String
    ) throws {
        let next = NextFigure.due(try period("2026-27-Q2"), by: try day("2026-11-14"))
        #expect(next.isLate(on: try day(asked)) == isLate)
        #expect(next.sentence(on: try day(asked)) == sentence)
    }

    @Test(arguments: [
        ("2026-27-FY", "for the 2026/27 financial year"),
        ("2025-26-AY", "for the 2025/26 academic year"),
        ("2025-26-T2", "for the 2025/26 autumn and spring terms"),
        ("2025-26-SPR", "for the 2025/26 spring term"), ("2025-CY", "for 2025"),
        ("2021-24-P3", "for 2021/22 to 2023/24"), ("2026-09-30", "at 30 September 2026"),
        ("2026-09", "for September 2026"), ("2026-27-Q1", "for Q1 2026/27"),
    ])
    func `the period is named so that it cannot be taken for another`(code: String, name: String)
        throws
    {
        let next = NextFigure.due(try period(code), by: try day("2030-01-02"))
        #expect(
            next.sentence(on: try day("2026-11-21"))
                == "The next figure, \(name), is due by 2 January 2030.")
    }

    @Test(arguments: [
        (Frequency.survey, "The next figure comes when the next survey is held; no date is set."),
        (.irregular, "Figures come at no fixed time, so no date is set for the next one."),
        (.asParts, "The next figure comes with those of the measures it is worked out from."),
        (
            .toBeDefined,
            "How often figures come has not been decided, so no date is set for the next one."
        ),
        (.annual, "No date is set for the next figure."),
        (.termly, "No date is set for the next figure."),
        (.quarterly, "No date is set for the next figure."),
        (.monthly, "No date is set for the next figure."),
    ])
    func `a figure without a date says so, and is never late`(
        frequency: Frequency, sentence: String
    ) throws {
        let next = NextFigure.undated(frequency)
        #expect(next.sentence(on: try day("2026-11-21")) == sentence)
        #expect(!next.isLate(on: Day.range.upperBound))
    }
}
