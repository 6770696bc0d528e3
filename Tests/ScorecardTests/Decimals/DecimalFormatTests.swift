import Scorecard
import Testing

@Suite struct DecimalFormatTests {
    @Test(arguments: [
        ("0", 0, "0"), ("0", 2, "0.00"), ("1204", 0, "1,204"), ("1204.5", 0, "1,205"),
        ("-1204.56", 1, "−1,204.6"), ("0.05", 1, "0.1"), ("-0.05", 1, "−0.1"), ("-0.04", 1, "0.0"),
        ("999.95", 1, "1,000.0"), ("1234567", 0, "1,234,567"), ("100", 0, "100"),
        ("92233720368.54775807", 8, "92,233,720,368.54775807"),
        ("-92233720368.54775807", 0, "−92,233,720,369"), ("0.12345678", 3, "0.123"),
    ])
    func `numbers are written for people`(text: String, decimals: Int, expected: String) throws {
        #expect(try #require(FixedDecimal(text)).formatted(decimals: decimals) == expected)
    }

    @Test(arguments: [("-1204.56", 1, "-1204.6"), ("1204", 0, "1204"), ("-0.04", 1, "0.0")])
    func `numbers are written for programs in ASCII`(text: String, decimals: Int, expected: String)
        throws
    {
        #expect(try #require(FixedDecimal(text)).plain(decimals: decimals) == expected)
    }

    @Test(arguments: [("1.6", "+1.6"), ("-0.3", "−0.3"), ("0.04", "0.0"), ("0", "0.0")])
    func `a change always has its sign`(text: String, expected: String) throws {
        #expect(try #require(FixedDecimal(text)).formatted(decimals: 1, signed: true) == expected)
    }

    @Test func `a percentage has its sign`() {
        let value: FixedDecimal = "-67.84"
        #expect(value.formatted(decimals: 1, percent: true) == "−67.8%")
    }

    @Test(arguments: [
        ("91.46", "91.5", 1, "91.46"), ("91.4", "91.5", 1, "91.4"), ("91.5", "91.5", 1, "91.5"),
        ("91.499", "91.5", 1, "91.499"), ("14.7600001", "14.76", 2, "14.7600001"),
        ("34.6", "35", 0, "34.6"), ("-0.204", "-0.20", 2, "−0.204"),
    ])
    func `a value that misses a target never looks equal to it`(
        text: String, target: String, decimals: Int, expected: String
    ) throws {
        let value = try #require(FixedDecimal(text))
        let target = try #require(FixedDecimal(target))
        #expect(DecimalFormat(decimals: decimals).text(value, missing: target) == expected)
    }
}
