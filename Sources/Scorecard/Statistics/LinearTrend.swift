/// A straight line through figures by ordinary least squares, and how well it holds.
///
/// It is what a ``Projection`` draws on. It decides no trend: that is for ``TrendTest``, which
/// weights figures by their certainty, and for ``ControlChart``.
///
/// N. R. Draper and H. Smith, Applied Regression Analysis (3rd edition, 1998), chapter 1.
public struct LinearTrend: Hashable, Sendable {
    /// How many figures the line goes through.
    public let count: Int
    /// The line's value at time 0.
    public let intercept: Double
    /// The change from one time to the next.
    public let slope: Double
    /// The standard error of the slope.
    public let slopeStandardError: Double
    /// The share of the figures' variation that the line explains; `nil` where none varies.
    ///
    /// It is for judging how far to trust the line, beside the interval of what it projects.
    public let rSquared: Double?
    /// How far figures lie from the line, as a standard deviation.
    let deviation: Double
    /// The mean of the times.
    private let meanTime: Double
    /// The sum of squares of the times about their mean.
    private let spread: Double

    /// Fits a line to figures at times 1, 2, 3 and so on; `nil` of fewer than three.
    public init?(_ values: [Double]) {
        self.init(count: values.count) { (Double($0 + 1), values[$0]) }
    }

    /// Fits a line to so many figures, asked for by place, each with its time.
    ///
    /// It is `nil` of fewer than three, which leave nothing to tell an error by, and where all
    /// are of one time.
    init?(count: Int, _ figure: (Int) -> (time: Double, value: Double)) {
        guard count >= 3 else { return nil }
        var (times, values) = (0.0, 0.0)
        for place in 0..<count {
            let (time, value) = figure(place)
            times += time
            values += value
        }
        let (meanTime, meanValue) = (times / Double(count), values / Double(count))
        var (spread, joint, total) = (0.0, 0.0, 0.0)
        for place in 0..<count {
            let (time, value) = figure(place)
            spread += (time - meanTime) * (time - meanTime)
            joint += (time - meanTime) * (value - meanValue)
            total += (value - meanValue) * (value - meanValue)
        }
        guard spread > 0 else { return nil }
        let slope = joint / spread
        var rest = 0.0
        for place in 0..<count {
            let (time, value) = figure(place)
            let distance = value - meanValue - slope * (time - meanTime)
            rest += distance * distance
        }
        self.count = count
        self.slope = slope
        self.meanTime = meanTime
        self.spread = spread
        intercept = meanValue - slope * meanTime
        deviation = (rest / Double(count - 2)).squareRoot()
        slopeStandardError = deviation / spread.squareRoot()
        rSquared = total > 0 ? 1 - rest / total : nil
    }

    /// The chance of so steep a slope, either way, where there is none.
    ///
    /// It is for analysts who compare the line with another tool's: two-sided, by Student's t of
    /// n − 2 degrees of freedom.
    public var slopeP: Double {
        guard slope != 0 else { return 1 }
        return 2 * student.tail(above: abs(slope) / slopeStandardError)
    }

    /// The line's value at a time.
    public func value(at time: Double) -> Double { intercept + slope * time }

    /// The range in which one more figure at a time plausibly falls.
    ///
    /// Line ± t × s × √(1 + 1 ÷ n + (time − mean)² ÷ Σ(times − mean)²), with Student's t of
    /// n − 2 degrees of freedom.
    public func predictionInterval(
        at time: Double, _ level: ConfidenceLevel = .ninetyFive
    ) -> ConfidenceInterval {
        let distance = time - meanTime
        let share = 1 + 1 / Double(count) + distance * distance / spread
        let half = student.deviate(leaving: level.tail) * deviation * share.squareRoot()
        return ConfidenceInterval(lower: value(at: time) - half, upper: value(at: time) + half)
    }

    private var student: StudentT { StudentT(degreesOfFreedom: Double(count - 2)) }
}
