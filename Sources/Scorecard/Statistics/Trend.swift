/// Where a series is going: the one answer that a page asks for.
///
/// The method is chosen by ``TrendMethod`` from the figures since the last break. Withheld
/// and missing figures are left out and counted.
public struct Trend: Hashable, Sendable {
    /// What can be said of the series.
    public enum Reading: Hashable, Sendable {
        /// Nothing: each figure contains part of the one before.
        case overlapping
        /// Nothing yet: so many comparable figures are needed.
        case tooFewPoints(needed: Int)
        /// What a process chart shows; it begins again at every break.
        case controlChart(ControlChart)
        /// What the test of yearly figures finds.
        case trendTest(TrendTest)
        /// Nothing: so many of the yearly figures have no standard error, since what was
        /// counted for them is not known, and one of them is among the latest five.
        case untested(without: Int)
    }

    /// What can be said of the series.
    public let reading: Reading
    /// What was asked.
    public let terms: SeriesTerms
    /// What the limits of a process chart are held against, if there is a target.
    public let target: AssuranceTarget?
    /// How many figures there are since the last break.
    public let comparable: Int
    /// How many figures are withheld.
    public let withheld: Int
    /// How many periods have a marker in place of a figure.
    public let missing: Int
    /// The period of the latest figure that is shown, where a later one is withheld.
    let shownBeforeWithheld: Period?

    /// Reads a series.
    ///
    /// - Parameters:
    ///   - figures: the figures of one measure, area and breakdown, in order of time, one a
    ///     period.
    ///   - terms: what is asked of the measure.
    ///   - target: what the figures should reach, if anything.
    public init(of figures: [Figure], _ terms: SeriesTerms, target: AssuranceTarget? = nil) {
        let found = ComparableFigures(figures, terms)
        self.terms = terms
        self.target = target
        (comparable, withheld, missing) = (found.count, found.withheld, found.missing)
        shownBeforeWithheld = found.lastBeforeWithheld.map { figures[$0].period }
        let method = TrendMethod(
            kind: terms.kind, timeBasis: terms.timeBasis, frequency: terms.frequency,
            points: found.count)
        reading =
            switch method {
            case .overlapping: .overlapping
            case .tooFewPoints(let needed): .tooFewPoints(needed: needed)
            case .controlChart: .controlChart(ControlChart(figures, terms, count: found.all))
            case .trendTest: Self.test(figures, terms, found)
            }
    }

    /// Tests the figures since the last one of which the parts are not known.
    ///
    /// The run must end with the latest figure, as in England's public health profiles, which look
    /// at the latest five: a trend that ended before would be taken for today's. Below five the
    /// test has nothing to say.
    private static func test(
        _ figures: [Figure], _ terms: SeriesTerms, _ found: ComparableFigures
    ) -> Reading {
        var points: [TrendTest.Point] = []
        points.reserveCapacity(found.count)
        var without = 0
        for place in found.first..<figures.count {
            guard let value = figures[place].comparableValue(of: terms.kind) else { continue }
            guard let interval = ConfidenceInterval(of: figures[place], in: terms.unit) else {
                without += 1
                points.removeAll(keepingCapacity: true)
                continue
            }
            let time = figures[place].period.yearsSinceZero
            points.append(TrendTest.Point(time: time, value: Double(value), interval: interval))
        }
        return TrendTest(points).map(Reading.trendTest) ?? .untested(without: without)
    }
}

extension ControlChart {
    /// Charts the figures that can be told, which are so many; it begins again at every break.
    fileprivate init(_ figures: [Figure], _ terms: SeriesTerms, count: Int) {
        var points: [Point] = []
        points.reserveCapacity(count)
        var last: Int?
        for place in figures.indices {
            guard let value = figures[place].comparableValue(of: terms.kind) else { continue }
            let begins = last.map { terms.part(figures[$0], from: figures[place]) } ?? true
            points.append(Point(Double(value), beginsStretch: begins))
            last = place
        }
        self.init(points)
    }
}

extension Period {
    /// When it ends, in years: whole for yearly periods, so that they are evenly spaced.
    fileprivate var yearsSinceZero: Double {
        // 365.2425 days is the mean year of the Gregorian calendar.
        kind.isYearly ? Double(end.year) : 1970 + Double(end.number) / 365.2425
    }
}
