extension Change {
    /// What changed, as a sentence with the numbers in it.
    ///
    /// For example: "7.8% is 2.1 points lower than in 2023, when it was 9.9%: worse." Nothing in
    /// it tells of a figure that is not shown.
    public func explanation(in format: FigureFormat) -> String {
        let when = Self.when(earlier)
        switch silence {
        case .seriesBreak(let reason):
            return "It cannot be compared with the figure \(when): \(reason)."
        case .suppressed:
            return "It cannot be compared with the figure \(when): one of them is not shown."
        case .outOfRange:
            return "It cannot be compared with the figure \(when): they lie too far apart."
        case nil: break
        }
        guard let difference, let earlierValue, let latestValue else { return "" }
        guard difference != .zero else {
            return "\(format.text(latestValue)) is the same as the figure \(when)."
        }
        let latest = format.text(latestValue, missing: earlierValue)
        let before = format.text(earlierValue, missing: latestValue)
        let way = difference > .zero ? "higher" : "lower"
        return
            "\(latest) is \(format.distance(difference)) \(way) than the \(before) \(when)\(judged)."
    }

    private var judged: String {
        switch meaning {
        case .better: ": better"
        case .worse: ": worse"
        case .noChange, .neither, .notComparable: ""
        }
    }

    private static func when(_ period: Period) -> String {
        switch period.kind {
        case .snapshot: period.label
        case .month, .financialQuarter, .financialYear, .academicYear, .cumulativeTerm,
            .schoolTerm, .calendarYear, .pooledYears:
            "of \(period.shortLabel)"
        }
    }
}
