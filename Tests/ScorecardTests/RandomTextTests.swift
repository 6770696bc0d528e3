import Scorecard
import Testing

/// Text of every kind must be read or refused, and never trap.
@Suite struct RandomTextTests {
    private static let alphabets = ["0123456789.-", "0123456789-QFYTACPSURM3", "1,.-+£%() 9kmé−"]

    @Test(arguments: alphabets)
    func `what is read is written again as the same value`(alphabet: String) {
        var random = Seeded(seed: 20_260_930)
        let letters = Array(alphabet)
        for _ in 0..<4_000 {
            let length = Int.random(in: 0...24, using: &random)
            let text = String(
                (0..<length).compactMap { _ in letters.randomElement(using: &random) })
            if let decimal = FixedDecimal(text) {
                #expect(FixedDecimal(decimal.description) == decimal, "\(text)")
            }
            if let period = Period(text) { #expect(period.description == text) }
            if let day = Day(text) { #expect(day.description == text) }
            if let input = try? DecimalInput(text) {
                let plain = input.value.plain(decimals: FixedDecimal.places)
                #expect(FixedDecimal(plain) == input.value, "\(text)")
            }
        }
    }

    @Test func `sums of any decimals stay in range or are nil`() {
        var random = Seeded(seed: 1)
        for _ in 0..<4_000 {
            let a = FixedDecimal(hundredMillionths: .random(in: .min ... .max, using: &random))
            let b = FixedDecimal(hundredMillionths: .random(in: .min ... .max, using: &random))
            if let sum = a + b { #expect(sum - b == a) }
            if let product = a * b { #expect(b * a == product) }
            if let whole = a / b { #expect(whole.magnitude <= a.magnitude || b.magnitude < "1") }
            let decimals = Int.random(in: 0...8, using: &random)
            #expect(FixedDecimal(a.plain(decimals: decimals)) == a.rounded(to: decimals))
        }
    }
}
