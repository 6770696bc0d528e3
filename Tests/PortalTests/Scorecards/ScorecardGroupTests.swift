import Scorecard
import Testing

@testable import Portal

@Suite struct ScorecardGroupTests {
    @Test func `lines with one objective or heading make one group, wherever they stand`() {
        let groups = [ScorecardGroup]([
            line(1, objective: 7, title: "Ready"), line(2, heading: "In care"),
            line(3, objective: 7, title: "Ready"), line(4), line(5, heading: "In care"), line(6),
        ])
        #expect(groups.map(\.heading) == ["Ready", "In care", "Whole strategy"])
        #expect(groups.map { $0.lines.map(\.measure.id) } == [[1, 3], [2, 5], [4, 6]])
    }

    @Test(
        arguments: [
            ("Goal", "1", "Goal 1"), ("Goal", nil, "Goal"), (nil, "1", nil), (nil, nil, nil),
        ] as [(String?, String?, String?)])
    func `a group has the level and number of its objective`(
        level: String?, number: String?, words: String?
    ) {
        let groups = [ScorecardGroup]([line(1, objective: 7, level: level, number: number)])
        #expect(groups.map(\.level) == [words])
    }

    private func line(
        _ id: Int64, objective: Int64? = nil, level: String? = nil, number: String? = nil,
        title: String? = nil, heading: String? = nil
    ) -> ScorecardLine {
        ScorecardLine(
            measure: MeasureFacts(
                id: id, slug: "m\(id)", title: "M\(id)", kind: .named, valueKind: .count,
                unit: "", decimals: 0, polarity: .highIsGood, status: .active, frequency: .annual,
                timeBasis: .inPeriod),
            objective: objective, level: level, number: number, objectiveTitle: title,
            heading: heading)
    }
}
