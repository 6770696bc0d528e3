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

    @Test(arguments: [
        ("0.00000001", "0.5", "0.00000001"), ("-0.00000001", "0.5", "-0.00000001"),
        ("0.00000001", "0.49", "0"), ("14.76", "0.05", "0.738"), ("-3", "-4", "12"),
    ])
    func `a product is rounded to eight places`(a: String, b: String, product: String) throws {
        let (a, b) = (try #require(FixedDecimal(a)), try #require(FixedDecimal(b)))
        #expect((a * b)?.description == product)
    }
}
