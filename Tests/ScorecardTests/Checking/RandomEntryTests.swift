import Scorecard
import Testing

/// Whatever is typed is read or refused, and never traps.
@Suite struct RandomEntryTests {
    private static let shapes: [EntryShape] = [
        .ratio(per: 100), .ratio(per: .max), .ratio(per: 0), .ratio(per: .min), .count,
        .value(hasDenominator: true), .value(hasDenominator: false),
    ]

    @Test(arguments: shapes)
    func `any text is a figure, a fault or nothing`(shape: EntryShape) throws {
        var random = Seeded(seed: 20_261_121)
        let letters = Array("0123456789,.-−%£()/½k e\u{200B}🙂")
        func text() -> String {
            String(
                (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                    letters.randomElement(using: &random)
                })
        }
        let period = try period("2026-27-Q1")
        for _ in 0..<1_000 {
            let typed = TypedFigure(numerator: text(), denominator: text(), value: text())
            let kind = try #require(ValueKind.allCases.randomElement(using: &random))
            let terms = EntryTerms(
                shape: shape, kind: kind, decimals: .random(in: -1...9, using: &random),
                title: text(), numeratorName: text(), denominatorName: text())
            let reading = EntryReading(
                typed, period: period, flag: EntryFlag.allCases.randomElement(using: &random),
                terms: terms)
            let outcomes = [reading.figure != nil, !reading.faults.isEmpty, reading.isBlank]
            #expect(outcomes.count { $0 } == 1, "\(typed), seed \(random.seed)")
        }
    }

    @Test func `any figures raise doubts in order, and none twice`() throws {
        var random = Seeded(seed: 7)
        func decimal() -> FixedDecimal {
            let most = Int64.max >> Int64.random(in: 0...62, using: &random)
            return FixedDecimal(hundredMillionths: .random(in: -most...most, using: &random))
        }
        for _ in 0..<1_000 {
            let kind = try #require(ValueKind.allCases.randomElement(using: &random))
            let past = (0..<Int.random(in: 0...6, using: &random)).map { _ in decimal() }
            let found = try Plausibility(decimal(), after: past, .typed(kind))
            let places = found.kinds.compactMap(DoubtKind.allCases.firstIndex)
            #expect(places == Set(places).sorted(), "seed \(random.seed)")
        }
    }
}
