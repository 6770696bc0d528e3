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

    @Test func `no number is written as minus zero`() {
        for count in stride(from: -60_000_000, to: 0, by: 99_999) {
            let value = FixedDecimal(hundredMillionths: Int64(count))
            for decimals in 0...8 {
                for signed in [true, false] {
                    let text = value.formatted(decimals: decimals, signed: signed)
                    let plain = value.plain(decimals: decimals)
                    let isZero = text.allSatisfy { $0 == "0" || $0 == "." || $0 == "−" }
                    guard isZero == !text.hasPrefix("−"), plain.hasPrefix("-") != isZero else {
                        Issue.record("\(text)")
                        return
                    }
                }
            }
        }
    }

    @Test func `plain texts of one length are in the order of their values`() {
        var random = Seeded(seed: 94_5)
        for _ in 0..<4_000 {
            let bits = Int.random(in: 1...62, using: &random)
            let a = FixedDecimal(hundredMillionths: .random(in: 0...(1 << bits), using: &random))
            let b = FixedDecimal(hundredMillionths: .random(in: 0...(1 << bits), using: &random))
            let (one, other) = (a.plain(decimals: 8), b.plain(decimals: 8))
            let isBefore = one.count == other.count ? one < other : one.count < other.count
            let isAfterBelowZero = (-b).plain(decimals: 8) == "-" + other || b == .zero
            guard isBefore == (a < b), isAfterBelowZero, (-b < -a) == isBefore else {
                Issue.record("\(a) and \(b), seed \(random.seed)")
                return
            }
        }
    }

    // Pairs that lie as near as a hundred-millionth, on either side, across zero, to all places.
    @Test func `what is shown beside a missed target lies where the value lies`() throws {
        var random = Seeded(seed: 91_46)
        for _ in 0..<4_000 {
            let (size, apart) = (
                Int.random(in: 1...45, using: &random), Int64.random(in: 1...34, using: &random)
            )
            let target = Int64.random(in: -(1 << size)...(1 << size), using: &random)
            let near = target + (Bool.random(using: &random) ? 1 << apart : -(1 << apart))
            let (value, goal) = (
                FixedDecimal(hundredMillionths: near), FixedDecimal(hundredMillionths: target)
            )
            let decimals = Int.random(in: 0...8, using: &random)
            let text = DecimalFormat(decimals: decimals).text(value, missing: goal)
            let shown = try DecimalInput(text).value
            guard shown != goal, (shown < goal) == (value < goal),
                goal.formatted(decimals: decimals) != text
            else {
                Issue.record("\(value) is shown as \(text) beside \(goal), seed \(random.seed)")
                return
            }
        }
    }

    @Test(arguments: [
        ("-0.04", "0", 1, "−0.04"), ("0.04", "0", 1, "0.04"),
        ("-0.00000001", "0", 0, "−0.00000001"),
        ("0.00000001", "0", 8, "0.00000001"), ("-0.2", "-0.3", 0, "−0.2"),
        ("-0.04", "0.04", 1, "−0.04"), ("1.00000001", "1", 2, "1.00000001"),
        ("-1.31", "-1.08", 2, "−1.31"), ("0.96", "1", 1, "0.96"), ("0.94", "1", 1, "0.9"),
    ])
    func `a miss about zero is shown with its side`(
        text: String, target: String, decimals: Int, expected: String
    ) throws {
        let value = try #require(FixedDecimal(text))
        let target = try #require(FixedDecimal(target))
        #expect(DecimalFormat(decimals: decimals).text(value, missing: target) == expected)
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
