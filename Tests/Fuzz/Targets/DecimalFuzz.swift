@testable import Scorecard

/// Any text as a decimal, read as a plain rule reads it; and arithmetic with any two.
enum DecimalFuzz {
    static func run(_ bytes: [UInt8]) {
        read(String(decoding: bytes, as: UTF8.self))
        var material = Material(bytes)
        let one = FixedDecimal(
            hundredMillionths: Int64(material.integer()) >> material.number(below: 64))
        let other = FixedDecimal(
            hundredMillionths: Int64(material.integer()) >> material.number(below: 64))
        for value in [one, other, FixedDecimal(hundredMillionths: .min)] { write(value) }
        add(one, other)
        multiply(one, other, per: Int32(truncatingIfNeeded: material.integer()))
    }

    private static func read(_ text: String) {
        let value = FixedDecimal(text)
        demand(value?.hundredMillionths == plainly(text), "a decimal is read: \(text)")
        demand(FixedDecimal(Substring(text)) == value, "a part of a text is read alike: \(text)")
    }

    /// A sign, digits, and a point with one to eight more: the hundred-millionths.
    private static func plainly(_ text: String) -> Int64? {
        let unsigned = text.utf8.first == 45 ? text.utf8.dropFirst() : text.utf8[...]
        let parts = unsigned.split(separator: 46, omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
            parts.count == 1 || parts[1].count <= 8
        else { return nil }
        let fraction = (parts.count == 2 ? Array(parts[1]) : [])
        let digits =
            parts[0] + fraction + [UInt8](repeating: 48, count: 8 - fraction.count)
        let significant = digits.drop { $0 == 48 }
        guard significant.count <= 19 else { return nil }
        let magnitude = significant.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 48) }
        guard magnitude <= UInt64(Int64.max) else { return nil }
        return text.utf8.first == 45 ? -Int64(magnitude) : Int64(magnitude)
    }

    private static func write(_ value: FixedDecimal) {
        demand(FixedDecimal(value.description) == value, "a decimal is read again: \(value)")
        for decimals in 0...8 {
            let rounded = value.rounded(to: decimals)
            let plain = value.plain(decimals: decimals)
            // Only the very end of the range has no rounded number.
            let isAtEnd = value.magnitude.hundredMillionths > .max - 100_000_000
            demand(isAtEnd || FixedDecimal(plain) == rounded, "a rounded one is read: \(plain)")
            for isSigned in [false, true] {
                let shown = value.formatted(decimals: decimals, signed: isSigned, percent: true)
                let input = try? DecimalInput(shown)
                demand(
                    isAtEnd || (input?.value == rounded && input?.mark == .percent),
                    "what people are shown can be typed: \(shown)")
            }
            let missed = DecimalFormat(decimals: decimals).text(value, missing: rounded)
            let side = (try? DecimalInput(missed))?.value
            demand(
                isAtEnd
                    || (side.map { $0 < rounded } == (value < rounded)
                        && side.map { $0 > rounded } == (value > rounded)),
                "what misses a target is shown to: \(missed)")
        }
    }

    private static func add(_ one: FixedDecimal, _ other: FixedDecimal) {
        let (sum, overflows) = one.hundredMillionths.addingReportingOverflow(
            other.hundredMillionths)
        let isOutside = overflows || sum == .min
        demand(
            (one + other)?.hundredMillionths == (isOutside ? nil : sum), "sums: \(one), \(other)")
        demand((one + other) == (other + one), "sums have no order: \(one), \(other)")
        demand((one - other) == (one + -other), "differences are sums: \(one), \(other)")
        demand((one < other) == (-other < -one), "signs turn the order round: \(one), \(other)")
    }

    private static func multiply(_ one: FixedDecimal, _ other: FixedDecimal, per: Int32) {
        let (a, b) = (Int128(one.hundredMillionths), Int128(other.hundredMillionths))
        check(one * other, a * b, over: 100_000_000, "products: \(one), \(other)")
        check(one / other, a * 100_000_000, over: b, "quotients: \(one), \(other)")
        check(
            one.dividing(by: other, per: per), a * Int128(per) * 100_000_000, over: b,
            "rates: \(one), \(other), \(per)")
        demand((one * other) == (other * one), "products have no order: \(one), \(other)")
    }

    /// A result lies within half a unit of the true one, and beyond zero at exactly half.
    private static func check(
        _ result: FixedDecimal?, _ top: Int128, over bottom: Int128, _ rule: String
    ) {
        guard bottom != 0 else {
            demand(result == nil, rule)
            return
        }
        let rounded = (top.magnitude * 2 + bottom.magnitude) / (bottom.magnitude * 2)
        guard rounded <= UInt128(Int64.max) else {
            demand(result == nil, rule)
            return
        }
        let isNegative = (top < 0) != (bottom < 0)
        let wanted = isNegative ? -Int64(rounded) : Int64(rounded)
        demand(result?.hundredMillionths == wanted, rule)
    }
}
