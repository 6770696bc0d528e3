/// The mean of some values, how far they spread, and how sure the mean is.
///
/// It is for measures whose figures are means of scores, such as a survey's, where the single
/// scores are at hand: a published mean alone has no interval.
public struct SampleMean: Hashable, Sendable {
    /// How many values there are.
    public let count: Int
    /// Their mean.
    public let mean: Double
    /// Their standard deviation, as of a sample (divided by one less than their number).
    ///
    /// It is 0 of a single value, which has no spread to tell.
    public let standardDeviation: Double

    /// Sums up values; `nil` without any.
    ///
    /// It goes through them twice, since the difference of two large sums loses places: T. F.
    /// Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983), 242 to 247.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        count = values.count
        mean = values.reduce(0, +) / Double(count)
        var squares = 0.0
        for value in values { squares += (value - mean) * (value - mean) }
        standardDeviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
    }

    /// The interval of the mean by Student's t; `nil` of a single value.
    public func interval(_ level: ConfidenceLevel = .ninetyFive) -> ConfidenceInterval? {
        guard count > 1 else { return nil }
        let deviate = StudentT(degreesOfFreedom: Double(count - 1)).deviate(leaving: level.tail)
        let half = deviate * standardDeviation / Double(count).squareRoot()
        return ConfidenceInterval(lower: mean - half, upper: mean + half)
    }
}
