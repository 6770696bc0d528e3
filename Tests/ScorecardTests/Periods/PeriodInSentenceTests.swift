import Scorecard
import Testing

@Suite struct PeriodInSentenceTests {
    @Test(arguments: [
        ("2024-25-FY", "for 2024/25", "for the 2024/25 financial year"),
        ("2025-26-AY", "for 2025/26", "for the 2025/26 academic year"),
        ("2026-27-Q1", "for Q1 2026/27", "for Q1 2026/27 (April to June 2026)"),
        (
            "2025-26-T2", "for autumn and spring 2025/26",
            "for the 2025/26 autumn and spring terms"
        ),
        ("2025-26-SPR", "for spring 2025/26", "for the 2025/26 spring term"),
        ("2025-CY", "for 2025", "for 2025"),
        ("2021-24-P3", "for 2021/22 to 2023/24", "for 2021/22 to 2023/24"),
        ("2026-09", "for September 2026", "for September 2026"),
        ("2025-03-31", "at 31 March 2025", "at 31 March 2025"),
    ])
    func `a figure is for a stretch of time and at a day`(
        code: String, words: String, inFull: String
    ) throws {
        #expect(try period(code).inSentence == words)
        #expect(try period(code).inSentenceInFull == inFull)
    }
}
