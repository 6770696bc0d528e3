import Scorecard
import Testing

@Suite struct EntryShapeTests {
    @Test(
        arguments: [
            (ValueKind.percentage, 100, "Pupils absent", "Pupils", EntryShape.ratio(per: 100)),
            (.percentage, nil, "Pupils absent", "Pupils", .ratio(per: 100)),
            (.composition, 100, "Children by placement", "Children", .ratio(per: 100)),
            (.rate, 10_000, "Children", "Population", .ratio(per: 10_000)),
            (.rate, nil, "Children", "Population", .value(hasDenominator: true)),
            (.rate, 0, "Children", "Population", .value(hasDenominator: true)),
            (.percentage, 100, "Pupils agreeing", nil, .value(hasDenominator: false)),
            (.percentage, 100, "Pupils agreeing", "", .value(hasDenominator: false)),
            (.percentage, 100, nil, "Pupils", .value(hasDenominator: true)),
            (.score, 1, "Average score", "Pupils", .value(hasDenominator: true)),
            (.points, 1, "One group, minus another", nil, .value(hasDenominator: false)),
            (.count, 1, "Births", nil, .count), (.count, 1, nil, nil, .count),
        ] as [(ValueKind, Int32?, String?, String?, EntryShape)])
    func `a figure is worked out where it is known what is counted out of what`(
        kind: ValueKind, multiplier: Int32?, numerator: String?, denominator: String?,
        shape: EntryShape
    ) {
        let found = EntryShape(
            kind: kind, multiplier: multiplier, numerator: numerator, denominator: denominator)
        #expect(found == shape)
    }

    @Test func `words are not typed as a figure`() {
        let shape = EntryShape(
            kind: .narrative, multiplier: 1, numerator: "Births", denominator: "Children")
        #expect(shape == nil)
    }

    @Test(
        arguments: [
            (EntryShape.ratio(per: 100), [.numerator, .denominator]), (.count, [.value]),
            (.value(hasDenominator: false), [.value]),
            (.value(hasDenominator: true), [.denominator, .value]),
        ] as [(EntryShape, [EntryBox])])
    func `each shape has its boxes`(shape: EntryShape, boxes: [EntryBox]) {
        #expect(shape.boxes == boxes)
    }
}
