// What a trend says, in a few words for a column and in sentences for a page.
extension Trend {
    /// What members read in a column.
    public var words: String {
        switch reading {
        case .overlapping: "Figures overlap"
        case .tooFewPoints: "Too few figures"
        case .controlChart(let chart): chart.latest?.variation(terms.polarity).words ?? ""
        case .trendTest(let test): test.finding.meaning(terms.polarity).words
        case .untested: "Cannot test"
        }
    }

    /// What is said of the series, and why; then what was left out.
    public func sentence(in format: FigureFormat) -> String {
        "\(finding(in: format))\(omissions)"
    }

    /// Whether the measure can be counted on to reach its target; `nil` without a process chart.
    public func assuranceSentence(in format: FigureFormat) -> String? {
        guard case .controlChart(let chart) = reading else { return nil }
        return chart.assuranceSentence(against: target, in: format)
    }

    /// Whether the measure can be counted on to reach its target; `nil` without a process
    /// chart or a target.
    public var assurance: ControlChart.Assurance? {
        guard case .controlChart(let chart) = reading, let target else { return nil }
        return chart.assurance(against: target)
    }

    private func finding(in format: FigureFormat) -> String {
        switch reading {
        case .overlapping:
            return "No trend is told: \(terms.overlap), so one contains part of another."
        case .tooFewPoints(let needed):
            let figures = comparable.counted("comparable figure")
            return "Too few figures: \(figures), and \(needed) are needed."
        case .controlChart(let chart):
            return chart.variationSentence(
                terms.polarity, in: format, shownFor: shownBeforeWithheld) ?? ""
        case .trendTest(let test):
            let sentence = test.sentence(terms.polarity, in: format)
            guard test.count < comparable else { return sentence }
            return """
                \(sentence) These \(test.count) are the latest of \(comparable) figures: the \
                counts behind one before them are not known.
                """
        case .untested(let without):
            return "Cannot test: \(unknown(without))."
        }
    }

    /// Why yearly figures cannot be tested, as the end of a sentence.
    private func unknown(_ without: Int) -> String {
        guard without < comparable else {
            return """
                the numbers behind the \(comparable) figures are not known, so a trend cannot \
                be told from chance
                """
        }
        return """
            the numbers behind \(without) of the \(comparable) figures are not known, and those \
            behind the latest \(TrendTest.fewestPoints) are needed to tell a trend from chance
            """
    }

    /// What was left out, as a sentence of its own; empty if nothing was.
    private var omissions: String {
        switch (withheld, missing) {
        case (0, 0): ""
        case (_, 0):
            " \(withheld.counted("withheld figure")) \(Self.isOrAre(withheld)) left out."
        case (0, _):
            " \(missing.counted("missing figure")) \(Self.isOrAre(missing)) left out."
        case (_, _):
            """
             \(withheld.counted("withheld figure")) and \
            \(missing.counted("missing figure")) are left out.
            """
        }
    }

    private static func isOrAre(_ count: Int) -> String { count == 1 ? "is" : "are" }
}

extension SeriesTerms {
    /// Why the figures overlap, as the middle of a sentence.
    fileprivate var overlap: String {
        switch (kind, timeBasis) {
        case (.pooledYears, _): "each figure is of three years together"
        case (_, .rolling): "each figure is of the twelve months to its day"
        case (.cumulativeTerm, _), (_, .cumulative), (_, .inPeriod), (_, .snapshot),
            (_, .cohortYear), (_, .survey), (_, .asParts), (_, .unknown):
            "each figure is of the year so far"
        }
    }
}
