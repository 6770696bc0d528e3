extension Change {
    /// What changed, as a sentence with the numbers in it.
    ///
    /// For example: "7.8% is 2.1 points lower than the 9.9% for 2023: worse." The three numbers
    /// have as many places as it takes for the two to differ by the third. Nothing in it tells of
    /// a figure that is not shown.
    public func explanation(in format: FigureFormat) -> String {
        let when = earlier.inSentence
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
        let places = format.placesAgreeing(latestValue, earlierValue, apart: difference)
        let shown = format.with(decimals: places)
        let way = difference > .zero ? "higher" : "lower"
        return """
            \(shown.text(latestValue)) is \(shown.distance(difference)) \(way) than the \
            \(shown.text(earlierValue)) \(when)\(judged).
            """
    }

    private var judged: String {
        switch meaning {
        case .better: ": better"
        case .worse: ": worse"
        case .noChange, .neither, .notComparable: ""
        }
    }
}
