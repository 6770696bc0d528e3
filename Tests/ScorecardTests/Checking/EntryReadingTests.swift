import Scorecard
import Testing

@Suite struct EntryReadingTests {
    private func reading(
        _ typed: TypedFigure, _ terms: EntryTerms, flag: EntryFlag? = .final
    ) throws -> EntryReading {
        EntryReading(typed, period: try period("2026-27-Q1"), flag: flag, terms: terms)
    }

    @Test func `two numbers make a percentage`() throws {
        let reading = try reading(TypedFigure(numerator: " 1,204 ", denominator: "1600"), .plans)
        let figure = try #require(reading.figure)
        #expect(figure.value == "75.25")
        #expect(figure.numerator == "1204")
        #expect(figure.denominator == "1600")
        #expect(reading.faults.isEmpty)
        #expect(!reading.isBlank)
    }

    @Test(
        arguments: [
            (EntryTerms.typed(.percentage), "46.5%", "46.5"), (.typed(.points), "4.2 %", "4.2"),
            (.typed(.score), "−0.24", "-0.24"), (.practitioners, "1 436", "1436"),
            (.typed(.rate), "52.10", "52.1"), (.typed(.composition), "12%", "12"),
        ] as [(EntryTerms, String, FixedDecimal)])
    func `a figure is read as it is`(terms: EntryTerms, typed: String, value: FixedDecimal) throws {
        #expect(try reading(TypedFigure(value: typed), terms).figure?.value == value)
    }

    @Test func `a score keeps the number that it is the mean of, if that was typed`() throws {
        let terms = EntryTerms.typed(.score, hasDenominator: true)
        let both = try reading(TypedFigure(denominator: "61", value: "-1.31"), terms)
        #expect(both.figure?.denominator == "61")
        #expect(try reading(TypedFigure(value: "-1.31"), terms).figure?.value == "-1.31")
    }

    @Test(
        arguments: [
            (EntryFlag.final, .final), (.provisional, .provisional), (.estimated, .estimated),
            (nil, .final),
        ] as [(EntryFlag?, FigureStatus)])
    func `a figure is as settled as it is said to be`(
        flag: EntryFlag?, status: FigureStatus
    ) throws {
        let reading = try reading(TypedFigure(value: "4"), .practitioners, flag: flag)
        #expect(reading.figure?.status == status)
    }

    @Test(arguments: [EntryFlag.final, .nothing, nil])
    func `nothing typed is no fault`(flag: EntryFlag?) throws {
        let reading = try reading(
            TypedFigure(numerator: " ", denominator: "\u{200B}\t"), .plans, flag: flag)
        #expect(reading.isBlank)
        #expect(reading.figure == nil)
        #expect(reading.faults.isEmpty)
        #expect(reading.normalised == TypedFigure())
    }

    @Test(
        arguments: [
            (EntryTerms.plans, TypedFigure(denominator: "19"), EntryBox.numerator),
            (.practitioners, TypedFigure(value: "about ten"), .value),
        ])
    func `a number beside nothing to report is a fault`(
        terms: EntryTerms, typed: TypedFigure, empty: EntryBox
    ) throws {
        let reading = try reading(typed, terms, flag: .nothing)
        let words = "Clear the figure, or choose whether it is final, provisional or estimated"
        #expect(reading.faults.map(\.words) == [words])
        #expect(reading.figure == nil)
        #expect(reading.normalised == typed)
    }

    @Test(
        arguments: [
            (TypedFigure(numerator: "1,436", denominator: "09"), "1,436", "9"),
            (TypedFigure(numerator: "1436", denominator: "a few"), "1,436", "a few"),
            (TypedFigure(numerator: "14.50", denominator: "5%"), "14.50", "5%"),
        ])
    func `numbers are shown back as the portal writes them, and the rest as typed`(
        typed: TypedFigure, numerator: String, denominator: String
    ) throws {
        let shown = try reading(typed, .plans).normalised
        #expect(shown == TypedFigure(numerator: numerator, denominator: denominator))
    }

    @Test(arguments: [("0.250", "0.25"), ("-1204.5", "−1,204.5"), ("46.5%", "46.5")])
    func `what is shown back reads as the same figure`(typed: String, shown: String) throws {
        let first = try reading(TypedFigure(value: typed), .typed(.percentage))
        #expect(first.normalised.value == shown)
        let second = try reading(first.normalised, .typed(.percentage))
        #expect(second == first)
    }
}
