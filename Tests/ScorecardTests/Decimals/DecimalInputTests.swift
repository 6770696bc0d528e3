import Scorecard
import Testing

@Suite struct DecimalInputTests {
    @Test(arguments: [
        ("14.3", "14.3"), ("1,234.5", "1234.5"), ("1 234 567", "1234567"), ("12.5%", "12.5"),
        ("12.5 %", "12.5"), (" − 3", "-3"), ("–3", "-3"), ("£5", "5"), ("-£5", "-5"), ("£-5", "-5"),
        ("+7", "7"), (".5", "0.5"), ("5.", "5"), ("007", "7"), ("1.500000000000", "1.5"),
        ("\u{A0}12\u{2009}345\t", "12345"), ("92,233,720,368", "92233720368"),
        ("\u{FEFF}14.3\u{200B}", "14.3"), ("\u{200E}−3\u{200F}", "-3"), ("\u{2060}7\n", "7"),
        ("\u{202F}1\u{202F}234.5", "1234.5"), ("\u{2010}1", "-1"),
        ("\u{2011}1", "-1"), ("\u{2012}1", "-1"), ("\u{FE63}1", "-1"), ("\u{FF0D}1", "-1"),
        ("-0", "0"), ("−0.0", "0"), ("+£7", "7"), ("£ 1,000.50", "1000.5"), ("- 12.5 %", "-12.5"),
        ("0.12345678", "0.12345678"), ("1.123456780", "1.12345678"), ("100,000", "100000"),
        ("0", "0"), ("1436", "1436"), ("12,345,678", "12345678"), ("1,234,567", "1234567"),
        ("90000000000", "90000000000"), ("89,999,999,999", "89999999999"),
        ("92233720368.54775807", "92233720368.54775807"),
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
        ("1,23", .misplacedComma), ("0,500", .misplacedComma), ("012,345", .misplacedComma),
        ("0 500", .notANumber),
        ("1,2345", .misplacedComma), ("1,,234", .misplacedComma), ("1234,567", .misplacedComma),
        ("1,234,", .misplacedComma), (",234", .misplacedComma), ("9999999999999", .tooLarge),
        ("1.234,5", .misplacedComma), ("12 34", .notANumber),
        ("1,234 567", .notANumber), ("about 5", .notANumber), ("5 children", .notANumber),
        ("-", .notANumber), ("%", .notANumber), ("£", .notANumber), ("£5%", .notANumber),
        ("--3", .notANumber), ("1.2.3", .notANumber), ("٣", .notANumber), ("c", .notANumber),
        ("0.123456789", .tooManyPlaces), ("92,233,720,369", .tooLarge),
        ("999999999999999999999999", .tooLarge), (",", .notANumber), ("12/35", .fraction),
        ("½", .fraction), ("2 ½", .fraction), ("-¾", .fraction), ("1⁄2", .fraction),
        ("1 / 2", .fraction), ("£½", .fraction), ("1/2/26", .notANumber), ("/2", .notANumber),
        ("1/", .notANumber), ("a/2", .notANumber), ("1/2a", .notANumber),
        ("1E5", .shortened), ("1e-5", .shortened), ("£1.2bn", .shortened), ("-£3 K", .shortened),
        ("2 thousand", .shortened), ("1.5 billion", .shortened), ("4b", .shortened),
        ("4mn", .shortened), ("5 each", .notANumber), ("5e", .notANumber), ("m", .notANumber),
        ("£(3)", .brackets), ("(3)%", .brackets), ("(3", .notANumber), ("3)", .notANumber),
        ("1.234.567,8", .misplacedComma), ("1,", .misplacedComma), ("1234,567", .misplacedComma),
        (",123", .misplacedComma), ("1,,234", .misplacedComma), ("1.5,", .misplacedComma),
        ("1 234,5", .notANumber), ("1.5 5", .notANumber), ("+-3", .notANumber),
        ("−−3", .notANumber), ("£5£", .notANumber), ("££5", .notANumber), ("5%%", .notANumber),
        ("%5", .notANumber), ("5-", .notANumber), ("１２", .notANumber), ("1\u{AD}2", .notANumber),
        ("NaN", .notANumber), ("inf", .notANumber), ("0x1F", .notANumber), ("1_000", .notANumber),
        ("1'000", .notANumber), ("\u{200B}", .empty), ("\u{A0}\t\n", .empty), (".", .notANumber),
        ("0.000000001", .tooManyPlaces), ("92233720368.54775808", .tooLarge),
        ("-92,233,720,369", .tooLarge),
    ])
    func `what could mean two things is refused with the reason`(
        typed: String, reason: DecimalRefusal
    ) {
        #expect(throws: reason) { try DecimalInput(typed) }
    }

    @Test func `a decimal comma is answered with the way to write it`() {
        #expect(
            DecimalRefusal.misplacedComma.words
                == "must have commas only between thousands and a point before the decimals, "
                + "like 1,234.5")
    }

    @Test func `each reason has its own words`() {
        let words = Set(DecimalRefusal.allCases.map(\.words))
        #expect(words.count == DecimalRefusal.allCases.count)
    }

    @Test func `a number is read as people are shown it`() {
        var random = Seeded(seed: 14_3)
        for _ in 0..<1_000 {
            let value = FixedDecimal(hundredMillionths: .random(in: .min ... .max, using: &random))
            let shown = value.formatted(decimals: FixedDecimal.places)
            guard (try? DecimalInput(shown))?.value == value else {
                Issue.record("\(shown), seed \(random.seed)")
                return
            }
        }
    }

    @Test(arguments: DecimalRefusal.allCases)
    func `every reason completes a sentence`(reason: DecimalRefusal) {
        #expect(reason.words.hasPrefix("must "))
        #expect(!reason.words.hasSuffix("."))
    }
}
