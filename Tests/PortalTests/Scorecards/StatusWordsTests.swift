import Scorecard
import Testing

@testable import Portal

@Suite struct StatusWordsTests {
    /// A change from 9.0 in 2023/24, as a cell of a scorecard says it.
    @Test(arguments: [
        ("9.9", Polarity.lowIsGood, ValueKind.percentage, "+0.9 worse"),
        ("9.9", .highIsGood, .percentage, "+0.9 better"),
        ("8.1", .lowIsGood, .rate, "−0.9 better"),
        ("8.1", .highIsGood, .rate, "−0.9 worse"),
        ("8.1", .context, .count, "−0.9"),
        ("9.9", .unconfirmed, .count, "+0.9"),
        ("9.0", .highIsGood, .percentage, "No change"),
        ("9.0", .context, .percentage, "No change"),
    ])
    func `a change is a signed number and whether that is good`(
        value: String, polarity: Polarity, kind: ValueKind, words: String
    ) throws {
        let change = try change(to: FixedDecimal(value), polarity)
        #expect(change.words(FigureFormat(kind: kind, decimals: 1)) == words)
    }

    @Test func `a change across a break is not comparable`() throws {
        let first = try #require(Period("2024-25-AY"))
        let change = try change(
            to: FixedDecimal(7), .highIsGood, breaks: [SeriesBreak(first: first, reason: "new")])
        #expect(change.words(FigureFormat(kind: .percentage, decimals: 1)) == "Not comparable")
    }

    @Test func `a change to a figure that is withheld is not shown`() throws {
        let change = try change(to: FixedDecimal(7), .highIsGood, marker: .confidential)
        #expect(change.words(FigureFormat(kind: .percentage, decimals: 1)) == "Not shown")
    }

    @Test(arguments: TargetStatus.allCases)
    func `every status has a drawing and a colour of its own kind`(_ status: TargetStatus) {
        #expect(status.icon.hasPrefix("i-"))
        #expect((status.look == "none") == !status.isJudged)
    }

    @Test func `the three judged statuses differ in shape`() {
        #expect(Set(TargetStatus.allCases.filter(\.isJudged).map(\.icon)).count == 3)
    }

    private func change(
        to value: FixedDecimal?, _ polarity: Polarity, marker: QualityMarker? = nil,
        breaks: [SeriesBreak] = []
    ) throws -> Change {
        let before = Figure(
            period: try #require(Period("2023-24-AY")), value: FixedDecimal(9))
        let now = Figure(
            period: try #require(Period("2024-25-AY")), value: value, marker: marker)
        return Change(
            from: before, to: now, basis: .yearBefore, GoodDirection(polarity), breaks: breaks)
    }
}
