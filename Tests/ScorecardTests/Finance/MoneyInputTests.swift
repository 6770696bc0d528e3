import Scorecard
import Testing

/// The expected amounts were worked out by hand.
@Suite struct MoneyInputTests {
    @Test(
        arguments: [
            ("52,410", "52410"), ("52410", "52410"), (" £52,410 ", "52410"),
            ("52,410.5", "52410.5"),
            ("52,410.50", "52410.5"), ("52,410.00", "52410"), ("0", "0"), ("-235", "-235"),
            ("−235", "-235"), ("£−235", "-235"), ("(1,234)", "-1234"), ("(£1,234.5)", "-1234.5"),
            ("£(1,234)", "-1234"), ("( 12 )", "-12"), ("+350", "350"), ("(0)", "0"),
            ("9,999,999.9", "9999999.9"),
        ] as [(String, FixedDecimal)])
    func `amounts are read as accountants write them`(
        typed: String, thousands: FixedDecimal
    ) throws {
        #expect(try MoneyInput(typed).thousands == thousands)
    }

    @Test(
        arguments: [
            ("", .empty), ("  ", .empty), ("52.4m", .hasUnit), ("£52,410k", .hasUnit),
            ("52 million", .hasUnit), ("5%", .notAnAmount), ("(−5)", .notAnAmount),
            ("(+5)", .notAnAmount), ("−(5)", .notAnAmount), ("()", .notAnAmount),
            ("((5))", .notAnAmount), ("(5", .notAnAmount), ("about 5", .notAnAmount),
            ("n/a", .notAnAmount), ("1/2", .notAnAmount), ("£", .notAnAmount),
            ("1.25", .tooManyPlaces), ("52.000", .tooManyPlaces), ("52.410", .tooManyPlaces),
            ("52,41", .misplacedComma), ("52,410,000", .tooLarge), ("10,000,000", .tooLarge),
            ("(10,000,000)", .tooLarge), ("99999999999999", .tooLarge), ("٣", .notAnAmount),
            ("€5", .notAnAmount),
        ] as [(String, MoneyRefusal)])
    func `what could mean something else is refused with its reason`(
        typed: String, refusal: MoneyRefusal
    ) {
        #expect(throws: refusal) { try MoneyInput(typed) }
    }

    @Test func `every refusal says what to type`() {
        for refusal in MoneyRefusal.allCases { #expect(refusal.words.hasPrefix("must ")) }
    }
}
