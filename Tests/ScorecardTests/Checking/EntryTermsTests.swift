import Scorecard
import Testing

@Suite struct EntryTermsTests {
    @Test(
        arguments: [
            (EntryTerms.plans, EntryBox.numerator, "new EHC plans issued within 20 weeks"),
            (.plans, .denominator, "new EHC plans issued"), (.plans, .value, "the result"),
            (.reviews, .numerator, "the top number"), (.reviews, .denominator, "the bottom number"),
            (.practitioners, .value, "practitioners trained"),
            (.practitioners, .numerator, "the top number"),
            (.typed(.score), .value, "Progress 8, EHC plan"),
            (.typed(.score), .denominator, "pupils"),
            (.ratio(.percentage), .numerator, "the top number"),
            (.typed(.count), .value, "the figure"),
        ])
    func `a box has the measure's own name where it is short`(
        terms: EntryTerms, box: EntryBox, name: String
    ) {
        #expect(terms.name(of: box) == name)
    }

    @Test(arguments: [(40, "a"), (41, "the figure")])
    func `a name of more than forty characters is long`(length: Int, start: String) {
        let terms = EntryTerms(
            shape: .count, kind: .count, decimals: 0, title: "",
            numeratorName: String(repeating: "a", count: length))
        #expect(terms.name(of: .value).hasPrefix(start))
    }

    @Test func `a name that begins with an abbreviation keeps its capitals`() {
        let terms = EntryTerms(
            shape: .count, kind: .count, decimals: 0, title: "",
            numeratorName: "SEN support pupils")
        #expect(terms.name(of: .value) == "SEN support pupils")
    }

    @Test(
        arguments: [
            (
                EntryTerms.plans,
                [
                    EntryFault(
                        box: .numerator, words: "Enter new EHC plans issued within 20 weeks"),
                    EntryFault(box: .denominator, words: "Enter new EHC plans issued"),
                ]
            ),
            (
                .practitioners,
                [EntryFault(box: .value, words: "Enter the number of practitioners trained")]
            ),
            (.typed(.count), [EntryFault(box: .value, words: "Enter the figure")]),
            (
                .typed(.score, hasDenominator: true),
                [EntryFault(box: .value, words: "Enter Progress 8, EHC plan")]
            ),
        ])
    func `a figure that must be given is asked for`(terms: EntryTerms, faults: [EntryFault]) {
        #expect(terms.missing == faults)
    }

    @Test(arguments: [("5", true), ("6", false), ("0", false)])
    func `a small count is not for the public`(value: FixedDecimal, isWithheld: Bool) throws {
        let figure = try figure("2026-27-Q1", value)
        #expect(EntryTerms.practitioners.withholds(figure) == isWithheld)
    }
}
