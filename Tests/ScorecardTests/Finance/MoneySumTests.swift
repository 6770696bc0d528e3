import Scorecard
import Testing

@Suite struct MoneySumTests {
    @Test(
        arguments: [
            (["52410", "21960", "9875"], "84245"), (["0.1", "0.2"], "0.3"), (["-5", "5"], "0"),
            (["7"], "7"), ([], nil), (["1", nil], nil),
        ] as [([FixedDecimal?], FixedDecimal?)])
    func `a total is of everything or not told`(amounts: [FixedDecimal?], total: FixedDecimal?) {
        #expect(MoneySum.total(amounts) == total)
    }

    @Test func `a total beyond the range is not told`() {
        let most = FixedDecimal(hundredMillionths: .max)
        #expect(MoneySum.total([most, most]) == nil)
    }

    @Test(
        arguments: [
            ("1200", "300", "900"), ("1200", "-300", "1500"), ("100", "300", "-200"),
            (nil, "1", nil), ("1", nil, nil),
        ] as [(FixedDecimal?, FixedDecimal?, FixedDecimal?)])
    func `a reserve closes at what it held less what is used`(
        opening: FixedDecimal?, use: FixedDecimal?, closing: FixedDecimal?
    ) {
        #expect(MoneySum.closing(opening: opening, use: use) == closing)
    }

    @Test(
        arguments: [
            ("5400", "1200", "6600"), ("5400", "-6000", "-600"), (nil, "1", nil), ("1", nil, nil),
        ] as [(FixedDecimal?, FixedDecimal?, FixedDecimal?)])
    func `a deficit grows by what is overspent in the year`(
        broughtForward: FixedDecimal?, inYear: FixedDecimal?, deficit: FixedDecimal?
    ) {
        #expect(MoneySum.deficit(broughtForward: broughtForward, inYear: inYear) == deficit)
    }
}
