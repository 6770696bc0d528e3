import Scorecard
import Testing

@Suite struct FigureTransformTests {
    // 5.2% of 250 were away, which is 13, so 237 were not; of the country, how many says nothing.
    @Test(
        arguments: [
            (FigureTransform.none, true, "5.2", "13", "250"),
            (.none, false, "5.2", "13", "250"),
            (.complement, true, "94.8", "237", "250"),
            (.complement, false, "94.8", "237", "250"),
            (.numerator, true, "13", nil, nil),
            (.numerator, false, nil, nil, nil),
        ] as [(FigureTransform, Bool, String?, String?, String?)])
    func `a measure's figure comes from the published one`(
        transform: FigureTransform, isLocal: Bool, value: String?, numerator: String?,
        denominator: String?
    ) {
        let published = PublishedFigure(value: "5.2", numerator: "13", denominator: "250")
        let own = transform.applied(to: published, isLocal: isLocal)
        #expect(own.value?.description == value)
        #expect(own.numerator?.description == numerator)
        #expect(own.denominator?.description == denominator)
    }

    @Test(arguments: FigureTransform.allCases)
    func `nothing comes from a figure that is not there`(_ transform: FigureTransform) {
        #expect(transform.applied(to: PublishedFigure(), isLocal: true) == PublishedFigure())
    }

    @Test(
        arguments: [
            ("13", nil, nil), (nil, "250", nil), ("251", "250", nil), ("250", "250", "0"),
            ("-92233720368", "250", nil),
        ] as [(String?, String?, String?)])
    func `the complement has counts only where both are known and leave some`(
        numerator: String?, denominator: String?, others: String?
    ) {
        let published = PublishedFigure(
            value: "5.2", numerator: numerator.flatMap { FixedDecimal($0) },
            denominator: denominator.flatMap { FixedDecimal($0) })
        let own = FigureTransform.complement.applied(to: published, isLocal: true)
        #expect(own.value == "94.8")
        #expect(own.numerator?.description == others)
        #expect(own.denominator?.description == (others == nil ? nil : denominator))
    }

    @Test func `the complement of the complement is the figure`() {
        let published = PublishedFigure(value: "5.2", numerator: "13", denominator: "250")
        let once = FigureTransform.complement.applied(to: published, isLocal: true)
        #expect(FigureTransform.complement.applied(to: once, isLocal: true) == published)
    }

    // The words of the catalogue's column.
    @Test func `transforms keep their words`() {
        #expect(FigureTransform.allCases.map(\.rawValue) == ["none", "complement", "numerator"])
    }
}
