import Scorecard
import Testing

@Suite struct DecimalArithmeticTests {
    @Test(arguments: [
        ("0.1", "0.2", "0.3", "-0.1"),
        ("-1.5", "1.5", "0", "-3"),
        ("92233720368.54775807", "0", "92233720368.54775807", "92233720368.54775807"),
    ])
    func `sums and differences are exact`(a: String, b: String, sum: String, difference: String)
        throws
    {
        let (a, b) = (try #require(FixedDecimal(a)), try #require(FixedDecimal(b)))
        #expect((a + b)?.description == sum)
        #expect((a - b)?.description == difference)
    }

    @Test func `what leaves the range is nil and not a crash`() {
        let most = FixedDecimal(hundredMillionths: .max)
        let least = FixedDecimal(hundredMillionths: .min)
        #expect(most + most == nil)
        #expect(least - most == nil)
        #expect(most * most == nil)
        #expect(most / FixedDecimal(hundredMillionths: 1) == nil)
        #expect(FixedDecimal(1) / .zero == nil)
        #expect(most.dividing(by: FixedDecimal(1), per: 100) == nil)
        #expect(most.rounded(to: 0) == most)
    }

    // The limits are even: ±92,233,720,368.54775807, and nothing beyond either.
    @Test(arguments: [
        ("-92233720368.54775807", "0", "-92233720368.54775807"),
        ("-92233720368.54775807", "0.00000001", nil),
        ("92233720368.54775807", "-0.00000001", nil),
    ])
    func `a difference reaches both limits and passes neither`(
        a: String, b: String, difference: String?
    ) throws {
        let (a, b) = (try #require(FixedDecimal(a)), try #require(FixedDecimal(b)))
        #expect((a - b)?.description == difference)
    }

    @Test(arguments: [
        ("1", "3", 100, "33.33333333"), ("2", "3", 100, "66.66666667"),
        ("-2", "3", 1, "-0.66666667"),
        ("1", "-3", 1, "-0.33333333"), ("792", "3676", 100, "21.54515778"),
        ("5", "800", 1, "0.00625"), ("0", "7", 100, "0"), ("57", "63500", 10_000, "8.97637795"),
    ])
    func `a rate is rounded once`(top: String, bottom: String, multiplier: Int32, rate: String)
        throws
    {
        let (top, bottom) = (try #require(FixedDecimal(top)), try #require(FixedDecimal(bottom)))
        #expect(top.dividing(by: bottom, per: multiplier)?.description == rate)
    }

    @Test(arguments: [
        ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("0.49999999", 0, "0"), ("2.675", 2, "2.68"),
        ("-2.675", 2, "-2.68"), ("2.6749", 2, "2.67"), ("1.23456789", 8, "1.23456789"),
        ("1.5", -3, "2"), ("1.5", 99, "1.5"), ("99.95", 1, "100"),
    ])
    func `rounding is half away from zero`(text: String, decimals: Int, rounded: String) throws {
        #expect(try #require(FixedDecimal(text)).rounded(to: decimals).description == rounded)
    }

    // Half away from zero, said in whole numbers: the magnitude plus half a unit, cut off.
    @Test func `every way of rounding rounds alike`() {
        var random = Seeded(seed: 2_675)
        let edges = (-160...160).map { Int64($0) * 5 }
        let wide = (0..<400).map { _ in Int64.random(in: -(1 << 62)...(1 << 62), using: &random) }
        for count in edges + edges.map({ $0 * 1_000_003 }) + edges.map({ $0 * 100_000 }) + wide {
            let value = FixedDecimal(hundredMillionths: count)
            for decimals in 0...8 {
                let unit = Self.unit(of: decimals)
                let magnitude = (count.magnitude + UInt64(unit / 2)) / UInt64(unit) * UInt64(unit)
                let expected = FixedDecimal(
                    hundredMillionths: count < 0 ? -Int64(magnitude) : Int64(magnitude))
                let typed = try? DecimalInput(value.formatted(decimals: decimals)).value
                guard value.rounded(to: decimals) == expected, typed == expected,
                    FixedDecimal(value.plain(decimals: decimals)) == expected
                else {
                    Issue.record("\(value) to \(decimals) places, seed \(random.seed)")
                    return
                }
            }
        }
    }

    private static func unit(of decimals: Int) -> Int64 {
        (decimals..<8).reduce(1) { unit, _ in unit * 10 }
    }

    @Test func `a quotient is the nearest decimal, and of two the farther from zero`() {
        var random = Seeded(seed: 33_333)
        for _ in 0..<4_000 {
            let bits = Int.random(in: 1...62, using: &random)
            let top = Int64.random(in: -(1 << bits)...(1 << bits), using: &random)
            let bottom = Int64.random(in: -4_000...4_000, using: &random) * 25_000_000
            let per = Int32.random(in: 1...10_000, using: &random)
            let quotient = FixedDecimal(hundredMillionths: top)
                .dividing(by: FixedDecimal(hundredMillionths: bottom), per: per)
            let scaled = Int128(top) * Int128(per) * 100_000_000
            guard bottom != 0, scaled.magnitude / UInt128(bottom.magnitude) < UInt128(Int64.max)
            else {
                #expect(quotient == nil)
                continue
            }
            let found = Int128(quotient?.hundredMillionths ?? 0)
            let miss = (found * Int128(bottom)).magnitude.subtractingReportingOverflow(
                scaled.magnitude)
            // What is over or short: up to half a divisor over, and less than half short.
            let isNearest =
                miss.overflow
                ? (0 &- miss.partialValue) * 2 < UInt128(bottom.magnitude)
                : miss.partialValue * 2 <= UInt128(bottom.magnitude)
            let hasSign = found == 0 || (found < 0) == ((top < 0) != (bottom < 0))
            guard quotient != nil, isNearest, hasSign else {
                Issue.record("\(top) / \(bottom) per \(per), seed \(random.seed)")
                return
            }
        }
    }

    @Test(arguments: [
        ("1", "200000000", "0.00000001"), ("-1", "200000000", "-0.00000001"),
        ("1", "-200000000", "-0.00000001"), ("-1", "-200000000", "0.00000001"),
        ("1", "200000001", "0"), ("3", "200000000", "0.00000002"), ("7", "2", "3.5"),
    ])
    func `half of the last place goes away from zero`(top: String, bottom: String, value: String)
        throws
    {
        let (top, bottom) = (try #require(FixedDecimal(top)), try #require(FixedDecimal(bottom)))
        #expect((top / bottom)?.description == value)
    }

    @Test func `signs multiply as signs do`() {
        var random = Seeded(seed: 7)
        for _ in 0..<1_000 {
            let a = FixedDecimal(
                hundredMillionths: .random(in: -(1 << 44)...(1 << 44), using: &random))
            let b = FixedDecimal(
                hundredMillionths: .random(in: -(1 << 44)...(1 << 44), using: &random))
            guard let product = a * b, -a * b == -product, a * -b == -product, -a * -b == product,
                product.magnitude == a.magnitude * b.magnitude
            else {
                Issue.record("\(a) * \(b), seed \(random.seed)")
                return
            }
        }
    }

    @Test(arguments: [
        ("0.00000001", "0.5", "0.00000001"), ("-0.00000001", "0.5", "-0.00000001"),
        ("0.00000001", "0.49", "0"), ("14.76", "0.05", "0.738"), ("-3", "-4", "12"),
    ])
    func `a product is rounded to eight places`(a: String, b: String, product: String) throws {
        let (a, b) = (try #require(FixedDecimal(a)), try #require(FixedDecimal(b)))
        #expect((a * b)?.description == product)
    }
}
