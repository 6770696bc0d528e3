import Scorecard
import Testing

@Suite struct EntryFaultTests {
    private func faults(_ typed: TypedFigure, _ terms: EntryTerms) throws -> [String] {
        let reading = EntryReading(
            typed, period: try period("2026-27-Q1"), flag: .final, terms: terms)
        #expect(reading.figure == nil)
        return reading.faults.map { "\($0.box.rawValue): \($0.words)" }
    }

    @Test(
        arguments: [
            ("many", "must be a whole number, like 38"), ("4.5", "must be a whole number, like 38"),
            ("1/2", "must be a whole number, like 38"), ("(4)", "must be a whole number, like 38"),
            ("0.123456789", "must be a whole number, like 38"),
            ("-4", "must be 0 or more"), ("−0.5", "must be 0 or more"),
            ("5%", "must be a whole number, like 38, without a percent sign"),
            ("£5", "must be a whole number, like 38, without a pound sign"),
            ("1,23", "must have commas only between thousands, like 1,234"),
            ("2k", "must be written in full, like 1200000 and not 1.2m"),
            ("999999999999", "must be between 0 and 92 billion"),
        ])
    func `a count must be a whole number`(typed: String, words: String) throws {
        let count = try faults(TypedFigure(value: typed), .practitioners)
        #expect(count == ["v: Practitioners trained \(words)"])
        let ratio = try faults(TypedFigure(numerator: typed, denominator: "9"), .reviews)
        #expect(ratio == ["n: The top number \(words)"])
    }

    @Test(
        arguments: [
            (ValueKind.score, "high", "must be a number, like 14.3"),
            (.score, "4%", "must be a number, like 14.3, without a percent sign"),
            (.rate, "4%", "must be a number, like 14.3, without a percent sign"),
            (.percentage, "£4", "must be a number, like 14.3, without a pound sign"),
            (.percentage, "1/2", "must be a decimal, like 0.5 and not 1/2"),
        ])
    func `a value must be a number of its kind`(
        kind: ValueKind, typed: String, words: String
    ) throws {
        let found = try faults(TypedFigure(value: typed), .typed(kind))
        #expect(found == ["v: Progress 8, EHC plan \(words)"])
    }

    @Test(arguments: ["0", "4"])
    func `nothing is counted out of none`(numerator: String) throws {
        let found = try faults(TypedFigure(numerator: numerator, denominator: "0"), .plans)
        let words =
            "New EHC plans issued must be more than 0. "
            + "If there were none, choose 'Nothing to report'"
        #expect(found == ["d: \(words)"])
    }

    @Test(
        arguments: [
            (
                EntryTerms.plans, TypedFigure(numerator: "4"),
                "d: Enter new EHC plans issued, or clear new EHC plans issued within 20 weeks"
            ),
            (
                .reviews, TypedFigure(denominator: "4"),
                "n: Enter the top number, or clear the bottom number"
            ),
            (
                .typed(.score, hasDenominator: true), TypedFigure(denominator: "4"),
                "v: Enter Progress 8, EHC plan, or clear pupils"
            ),
        ])
    func `half a figure is none`(terms: EntryTerms, typed: TypedFigure, fault: String) throws {
        #expect(try faults(typed, terms) == [fault])
    }

    @Test(
        arguments: [
            (
                EntryTerms.practitioners, TypedFigure(numerator: "3", value: "4"),
                "n: Clear the top number, which is not needed"
            ),
            (
                .reviews, TypedFigure(numerator: "3", denominator: "4", value: "75"),
                "v: Clear the result, which is not needed"
            ),
            (
                .typed(.score), TypedFigure(denominator: "3", value: "4"),
                "d: Clear pupils, which is not needed"
            ),
        ])
    func `a number that has no box is not lost`(
        terms: EntryTerms, typed: TypedFigure, fault: String
    ) throws {
        #expect(try faults(typed, terms) == [fault])
    }

    @Test func `every box says what is wrong with it`() throws {
        let found = try faults(TypedFigure(numerator: "a", denominator: "-1"), .reviews)
        #expect(
            found == [
                "n: The top number must be a whole number, like 38",
                "d: The bottom number must be 0 or more",
            ])
    }

    @Test func `a result out of range is a fault`() throws {
        let typed = TypedFigure(numerator: "92000000000", denominator: "1")
        #expect(
            try faults(typed, .ratio(.rate, per: 100_000)) == [
                "n: The result is too large to work out. Check the top and bottom numbers"
            ])
    }
}
