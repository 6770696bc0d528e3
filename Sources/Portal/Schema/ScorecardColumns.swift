public import SQLite
public import Scorecard

// How the scorecard's values are kept in columns.

extension MeasureKind: SQLConvertible {}
extension ValueKind: SQLConvertible {}
extension Polarity: SQLConvertible {}
extension Frequency: SQLConvertible {}
extension TimeBasis: SQLConvertible {}
extension MeasureStatus: SQLConvertible {}
extension FigureStatus: SQLConvertible {}
extension QualityMarker: SQLConvertible {}
extension GoalKind: SQLConvertible {}
extension FigureTransform: SQLConvertible {}
extension Trajectory.Shape: SQLConvertible {}
extension SmallNumberRule.Rounding: SQLConvertible {}
extension Audience: SQLConvertible {}

extension FixedDecimal: SQLConvertible {
    /// The number of hundred-millionths.
    public var sqlStorage: Int64 { hundredMillionths }

    /// Reads the number of hundred-millionths back.
    public init?(sqlStorage: Int64) {
        self.init(hundredMillionths: sqlStorage)
    }
}

extension Day: SQLConvertible {
    /// The number of days since 1970-01-01.
    public var sqlStorage: Int64 { Int64(number) }

    /// Reads the number of days back.
    public init?(sqlStorage: Int64) {
        self.init(number: Int(sqlStorage))
    }
}
