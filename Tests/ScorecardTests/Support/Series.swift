import Scorecard
import Testing

/// Figures of one period after another; `nil` stands for a missing one.
func series(from first: String, _ values: [FixedDecimal?]) throws -> [Figure] {
    var next: Period? = try period(first)
    return try values.map { value in
        let period = try #require(next)
        next = period.successor
        return Figure(period: period, value: value, marker: value == nil ? .notAvailable : nil)
    }
}

/// Yearly percentages with their parts, one year after another.
func percentages(from first: String, _ parts: [(Int32, Int32)]) throws -> [Figure] {
    var next: Period? = try period(first)
    return try parts.map { numerator, denominator in
        let period = try #require(next)
        next = period.successor
        let (top, bottom) = (FixedDecimal(numerator), FixedDecimal(denominator))
        return Figure(
            period: period, value: top.dividing(by: bottom, per: 100), numerator: top,
            denominator: bottom)
    }
}

extension FigureFormat {
    /// `41.2%`.
    static let percentage = FigureFormat(kind: .percentage, decimals: 1)
    /// `1,204`.
    static let count = FigureFormat(kind: .count, decimals: 0)
}
