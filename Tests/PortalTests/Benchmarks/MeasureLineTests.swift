import Scorecard
import Testing

@testable import Portal

@Suite struct MeasureLineTests {
    /// 5.2% of 250 were away, which is 13; of the country, how many says nothing.
    @Test(
        arguments: [
            (FigureTransform.none, true, "5.2", "13", "250"),
            (.none, false, "5.2", "13", "250"),
            (.complement, true, "94.8", nil, nil),
            (.complement, false, "94.8", nil, nil),
            (.numerator, true, "13", nil, nil),
            (.numerator, false, nil, nil, nil),
        ] as [(FigureTransform, Bool, String?, String?, String?)])
    func `a measure's figure comes from the published one`(
        transform: FigureTransform, isLocal: Bool, value: String?, numerator: String?,
        denominator: String?
    ) {
        let published = PublishedFigure(
            value: FixedDecimal("5.2"), numerator: FixedDecimal(13), denominator: FixedDecimal(250))
        let own = transform.applied(to: published, isLocal: isLocal)
        #expect(own.value == value.flatMap { FixedDecimal($0) })
        #expect(own.numerator == numerator.flatMap { FixedDecimal($0) })
        #expect(own.denominator == denominator.flatMap { FixedDecimal($0) })
    }

    @Test(arguments: FigureTransform.allCases)
    func `nothing comes from a figure that is not there`(_ transform: FigureTransform) {
        #expect(transform.applied(to: PublishedFigure(), isLocal: true) == PublishedFigure())
    }
}
