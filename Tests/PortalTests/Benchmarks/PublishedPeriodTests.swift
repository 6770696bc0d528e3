import Scorecard
import Testing

@testable import Portal

@Suite struct PublishedPeriodTests {
    @Test(arguments: [
        ("2024/25", PublishedPeriodType.financialYear, "2024-25-FY"),
        ("2021/22 to 2023/24", .financialYear, "2021-24-P3"),
        ("2024/25", .academicYear, "2024-25-AY"), ("2015", .calendarYear, "2015-CY"),
        ("2019/20 autumn term", .term, "2019-20-AUT"), ("2025-03-31", .snapshot, "2025-03-31"),
        ("2025-01", .snapshot, "2025-01"),
    ])
    func `a publisher's label is a period`(
        label: String, type: PublishedPeriodType, code: String
    ) throws {
        #expect(PublishedPeriod(label, type) == .told(try #require(Period(code))))
    }

    @Test(arguments: [
        ("2025-W30", PublishedPeriodType.snapshot), ("2021-01 to 2021-02", .snapshot),
        ("2021/22 to 2022/23", .financialYear), ("2021/22 to 2023/24", .academicYear),
    ])
    func `a week and other years together are no period`(
        label: String, type: PublishedPeriodType
    ) {
        #expect(PublishedPeriod(label, type) == .untold)
    }

    @Test(arguments: [
        ("2024/26", PublishedPeriodType.financialYear), ("2024-25", .academicYear),
        ("2023/24 to 2021/22", .financialYear), ("2025-W54", .snapshot), ("2025-W3", .snapshot),
        ("2025-02-30", .snapshot), ("2019/20 winter term", .term), ("2019/20 autumn", .term),
        ("", .calendarYear), ("2024/25", .snapshot), (" to ", .snapshot),
    ])
    func `anything else is nothing`(label: String, type: PublishedPeriodType) {
        #expect(PublishedPeriod(label, type) == nil)
    }
}
