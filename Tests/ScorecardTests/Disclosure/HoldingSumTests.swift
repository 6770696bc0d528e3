import Scorecard
import Testing

@Suite struct HoldingSumTests {
    private func percentage(_ numerator: Int32, _ denominator: Int32) throws -> Figure {
        Figure(
            period: try period("2024-25-AY"),
            value: FixedDecimal(numerator).dividing(by: FixedDecimal(denominator), per: 100),
            numerator: FixedDecimal(numerator), denominator: FixedDecimal(denominator))
    }

    private func withheld(_ figures: [Figure], _ kind: ValueKind) -> [Bool] {
        var table = DisclosureTable(figures)
        table.addSumThatHolds(0, of: Array(1..<figures.count))
        let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: kind)
        return table.shown(under: terms).map(\.isSuppressed)
    }

    // All pupils, then groups of them: numerator and denominator.
    @Test(
        arguments: [
            // They sum to the whole: the next smallest goes with the small one.
            ([(53, 100), (3, 20), (20, 30), (30, 50)], [false, true, true, false]),
            // They overlap: the small one goes alone.
            ([(53, 100), (3, 20), (20, 30), (30, 60)], [false, true, false, false]),
            ([(54, 100), (3, 20), (20, 30), (30, 50)], [false, true, false, false]),
        ] as [([(Int32, Int32)], [Bool])])
    func `only groups that make up the whole tell of one another`(
        counts: [(Int32, Int32)], expected: [Bool]
    ) throws {
        let figures = try counts.map { try percentage($0.0, $0.1) }
        #expect(withheld(figures, .percentage) == expected)
    }

    @Test func `plain counts make up the whole by their values`() throws {
        let counts = try ["40", "3", "17", "20"].map { try figure("2024-25-FY", FixedDecimal($0)) }
        #expect(withheld(counts, .count) == [false, true, true, false])
        let others = try ["41", "3", "17", "20"].map { try figure("2024-25-FY", FixedDecimal($0)) }
        #expect(withheld(others, .count) == [false, true, false, false])
    }

    @Test func `a group whose counts are not known is held against nothing`() throws {
        let figures = [
            try percentage(53, 100), try percentage(3, 20), try percentage(20, 30),
            try figure("2024-25-AY", nil, .confidential),
        ]
        #expect(withheld(figures, .percentage) == [false, true, false, true])
    }
}
