import Scorecard
import Testing

@Suite struct DecimalInputTests {
    @Test(arguments: [
        ("14.3", "14.3"), ("1,234.5", "1234.5"), ("1 234 567", "1234567"), ("12.5%", "12.5"),
        ("12.5 %", "12.5"), (" − 3", "-3"), ("–3", "-3"), ("£5", "5"), ("-£5", "-5"), ("£-5", "-5"),
        ("+7", "7"), (".5", "0.5"), ("5.", "5"), ("007", "7"), ("1.500000000000", "1.5"),
        ("\u{A0}12\u{2009}345\t", "12345"), ("92,233,720,368", "92233720368"),
    ])
    func `what people type is understood`(typed: String, value: String) throws {
        #expect(try DecimalInput(typed).value.description == value)
    }

    @Test(arguments: [
        ("12.5%", DecimalInput.Mark.percent), ("£5", .pounds), ("5", nil),
    ])
    func `a percent or pound sign is remembered`(typed: String, mark: DecimalInput.Mark?) throws {
        #expect(try DecimalInput(typed).mark == mark)
    }

    @Test(arguments: [
        ("", DecimalRefusal.empty), (" \t", .empty), ("£1.2m", .shortened), ("3k", .shortened),
        ("2 million", .shortened), ("1e5", .shortened), ("(3)", .brackets),
        ("1,23", .misplacedComma),
        ("1,2345", .misplacedComma), ("1.234,5", .misplacedComma), ("12 34", .notANumber),
        ("1,234 567", .notANumber), ("about 5", .notANumber), ("5 children", .notANumber),
        ("-", .notANumber), ("%", .notANumber), ("£", .notANumber), ("£5%", .notANumber),
        ("--3", .notANumber), ("1.2.3", .notANumber), ("٣", .notANumber), ("c", .notANumber),
        ("0.123456789", .tooManyPlaces), ("92,233,720,369", .tooLarge),
        ("999999999999999999999999", .tooLarge), (",", .notANumber), ("12/35", .notANumber),
    ])
    func `what could mean two things is refused with the reason`(
        typed: String, reason: DecimalRefusal
    ) {
        #expect(throws: reason) { try DecimalInput(typed) }
    }

    @Test(arguments: DecimalRefusal.allCases)
    func `every reason completes a sentence`(reason: DecimalRefusal) {
        #expect(reason.words.hasPrefix("must "))
        #expect(!reason.words.hasSuffix("."))
    }
}
