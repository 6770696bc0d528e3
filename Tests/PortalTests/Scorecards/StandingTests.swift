import Scorecard
import Testing

@testable import Portal

@Suite struct StandingTests {
    @Test func `figures stand oldest first, however they come`() {
        var line = HeadlineLine()
        line.add([figure("2024-25-AY"), figure("2022-23-AY"), figure("2023-24-AY")])
        #expect(line.local.map(\.periodCode) == ["2022-23-AY", "2023-24-AY", "2024-25-AY"])
    }

    @Test(arguments: [[0, 1], [1, 0]])
    func `of two figures for a period the series listed first wins`(_ order: [Int]) {
        var line = HeadlineLine()
        line.add(order.map { figure("2024-25-FY", "\($0)", position: $0) })
        #expect(line.local.map { $0.value?.description } == ["0"])
    }

    @Test func `a series fills the periods that those before it lack`() {
        var line = HeadlineLine()
        line.add([figure("2023-24-FY", position: 0), figure("2025-26-FY", position: 0)])
        line.add([figure("2024-25-FY", position: 1), figure("2025-26-FY", "9", position: 1)])
        #expect(line.local.map(\.periodCode) == ["2023-24-FY", "2024-25-FY", "2025-26-FY"])
        #expect(line.local.map(\.position) == [0, 1, 0])
    }

    @Test func `a year and its last day are two periods`() {
        var line = HeadlineLine()
        line.add([figure("2025-03-31", position: 1), figure("2024-25-FY", position: 0)])
        #expect(line.local.count == 2)
    }

    @Test func `the country's figures are a line of their own`() {
        var line = HeadlineLine()
        line.add([figure("2024-25-AY"), figure("2024-25-AY", isLocal: false)])
        #expect(line.local.count == 1)
        #expect(line.country.count == 1)
    }

    /// The last three figures of a line, and the period of the one that counts as the latest.
    @Test(
        arguments: [
            ("7", nil, "9", nil, "2024-25-AY"),
            // The publisher only says that there is none yet.
            ("7", nil, nil, QualityMarker.notAvailable, "2023-24-AY"),
            // It is withheld: nothing before it may stand in its place.
            ("7", nil, nil, .confidential, "2024-25-AY"),
            (nil, .confidential, nil, .notAvailable, "2023-24-AY"),
            (nil, .notAvailable, nil, .notApplicable, nil),
        ] as [(String?, QualityMarker?, String?, QualityMarker?, String?)])
    func `the latest figure is the last that is known or withheld`(
        before: String?, markerBefore: QualityMarker?, last: String?, marker: QualityMarker?,
        latest: String?
    ) {
        var line = HeadlineLine()
        line.add([
            figure("2023-24-AY", before, marker: markerBefore),
            figure("2024-25-AY", last, marker: marker),
        ])
        #expect(line.latest?.periodCode == latest)
    }

    private func figure(
        _ period: String, _ value: String? = "0", position: Int = 0, isLocal: Bool = true,
        marker: QualityMarker? = nil
    ) -> HeadlineFigure {
        HeadlineFigure(
            measure: 1, position: position, isLocal: isLocal,
            end: Period(period)?.end ?? .endOfTime, periodCode: period,
            value: value.flatMap { FixedDecimal($0) }, numerator: nil, denominator: nil,
            status: .final, marker: marker)
    }
}
