import Scorecard
import Testing

@Suite struct FixedDecimalTests {
    @Test(arguments: [
        "0", "94.5", "-3.25", "1204", "-0.5", "0.00000001", "92233720368.54775807",
        "-92233720368.54775807",
    ])
    func `text reads back as it was written`(text: String) throws {
        #expect(try #require(FixedDecimal(text)).description == text)
    }

    @Test(arguments: [("0.20", "0.2"), ("-0", "0"), ("007", "7"), ("1.50000000", "1.5")])
    func `the shortest text is written`(text: String, shortest: String) throws {
        #expect(try #require(FixedDecimal(text)).description == shortest)
    }

    @Test(arguments: [
        "", "-", "n/a", "1.234567891", "1.000000000", "1.", ".5", "9e9", "12%", "+1", "٣", "1,000",
        " 1", "1 ", "--1", "1-", "1.2.3", "−1", "92233720368.54775808", "-92233720368.54775808",
        "99999999999999999999", "184467440737095516160",
    ])
    func `anything else is refused`(text: String) {
        #expect(FixedDecimal(text) == nil)
    }

    @Test func `the one integer without an opposite becomes its neighbour`() {
        let lowest = FixedDecimal(hundredMillionths: .min)
        #expect(-lowest == FixedDecimal(hundredMillionths: .max))
        #expect(lowest.description == "-92233720368.54775807")
    }

    @Test func `decimals are ordered by value`() throws {
        let sorted = ["-10", "-2", "-0.1", "0", "0.09", "0.1", "3", "20"]
        let values = sorted.compactMap { FixedDecimal($0) }
        #expect(values.reversed().sorted().map(\.description) == sorted)
    }

    @Test func `a decimal is drawn as the nearest double`() {
        #expect(Double(FixedDecimal("0.1")) == 0.1)
        #expect(Double(FixedDecimal("-67.84")) == -67.84)
    }

    @Test func `a whole number is the same decimal`() {
        #expect(FixedDecimal(-12) == FixedDecimal("-12"))
        #expect(FixedDecimal(exactly: 92_233_720_368) == FixedDecimal("92233720368"))
        #expect(FixedDecimal(exactly: 92_233_720_369) == nil)
        #expect(FixedDecimal(exactly: .max) == nil)
    }
}
