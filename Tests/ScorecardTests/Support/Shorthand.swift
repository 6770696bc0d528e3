public import Scorecard
import Testing

extension FixedDecimal: ExpressibleByStringLiteral {
    /// A decimal as tests write it; a slip of the pen fails the test it stands in.
    public init(stringLiteral text: String) {
        if let value = FixedDecimal(text) {
            self = value
        } else {
            Issue.record("\(text) is no decimal")
            self = .zero
        }
    }
}

/// A period known to exist.
func period(_ code: String) throws -> Period { try #require(Period(code)) }

/// A day known to exist.
func day(_ code: String) throws -> Day { try #require(Day(code)) }

/// A figure with a value, as tests need most.
func figure(_ code: String, _ value: FixedDecimal?, _ marker: QualityMarker? = nil) throws -> Figure
{
    Figure(period: try period(code), value: value, marker: marker)
}
