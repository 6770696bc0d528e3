/// Two figures between which something lies, such as the ends of a confidence interval.
public struct PlottedInterval: Equatable, Sendable {
    /// Where it begins.
    public let lower: PlottedFigure
    /// Where it ends.
    public let upper: PlottedFigure

    /// What lies between `lower` and `upper`.
    public init(_ lower: PlottedFigure, to upper: PlottedFigure) {
        self.lower = lower
        self.upper = upper
    }

    /// Its two ends.
    var values: [Double] { [lower.value, upper.value] }
}

extension PlottedInterval? {
    /// The interval when both its ends can be placed in a drawing, else nothing.
    var ifDrawable: PlottedInterval? {
        flatMap { $0.values.allSatisfy(\.isDrawable) ? $0 : nil }
    }
}
