extension Change {
    /// How far the figures moved for the better or the worse, beside all that they ever moved:
    /// from −1, the worst there can be, to 1, the best; 0 where nothing moved, and `nil` where
    /// neither better nor worse can be said.
    ///
    /// It is for putting changes of measures with different units in one order, and for nothing
    /// else: a move is held against the distance from the lowest to the highest of the measure's
    /// own figures, so that two points of a measure that hardly moves count for more than five of
    /// one that leaps about. The order is the portal's own.
    ///
    /// - Parameter history: figures of the same measure, area and breakdown; both that are
    ///   compared are among them, or they are added.
    /// - Returns: The size, from −1 to 1.
    public func size(in history: [Figure]) -> Double? {
        guard let now = latestValue, let then = earlierValue else { return nil }
        let sign: Double
        switch meaning {
        case .better: sign = 1
        case .worse: sign = -1
        case .noChange: return 0
        case .neither, .notComparable: return nil
        }
        var (lowest, highest) = (min(now, then), max(now, then))
        for figure in history where !figure.isSuppressed {
            guard let value = figure.value else { continue }
            (lowest, highest) = (min(lowest, value), max(highest, value))
        }
        let range = Double(highest) - Double(lowest)
        // Values that differ by less than a Double can tell are the whole of their range.
        guard range > 0 else { return sign }
        return sign * abs(Double(now) - Double(then)) / range
    }
}
