import Scorecard
import Testing

@Suite struct FigureTests {
    @Test func `the figure of a ratio keeps both numbers`() throws {
        let period = try period("2026-27-Q1")
        let made = Figure(period: period, ratio: try Ratio(of: "1", in: "4"), status: .revised)
        let written = Figure(
            period: period, value: "25", numerator: "1", denominator: "4", status: .revised)
        #expect(made == written)
    }

    @Test func `none out of none is not applicable, and never 0%`() throws {
        let made = Figure(period: try period("2026-27-Q1"), ratio: try Ratio(of: .zero, in: .zero))
        #expect(made.value == nil)
        #expect(made.marker == .notApplicable)
        #expect(made.denominator == .zero)
    }

    @Test func `none out of some is 0%`() throws {
        let made = Figure(period: try period("2026-27-Q1"), ratio: try Ratio(of: .zero, in: "9"))
        #expect(made.value == .zero)
        #expect(made.marker == nil)
    }

    @Test(
        arguments: [
            (FigureStatus.final, nil, nil), (.revised, nil, .revised),
            (.provisional, .lowReliability, .lowReliability),
            (.provisional, .seriesBreak, .provisional), (.final, .confidential, .confidential),
        ] as [(FigureStatus, QualityMarker?, QualityMarker?)])
    func `a figure is flagged by the weaker of its status and its marker`(
        status: FigureStatus, marker: QualityMarker?, flag: QualityMarker?
    ) throws {
        let figure = Figure(
            period: try period("2026-27-Q1"), value: "1", status: status, marker: marker)
        #expect(figure.flag == flag)
    }
}
