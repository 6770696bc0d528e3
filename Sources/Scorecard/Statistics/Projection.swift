/// The portal's own estimate of a figure to come, with the range it could fall in.
///
/// A line through the figures since the last break, by ordinary least squares, is drawn on,
/// and its range is the 95% prediction interval. Counts of the year so far grow to the year's
/// end as earlier years did (the file YearEndProjection.swift). It knows nothing of what the
/// service plans: the officer's ``Forecast`` does.
public struct Projection: Hashable, Sendable {
    /// What the estimate goes by.
    public enum Basis: Hashable, Sendable {
        /// A line through the figures of so many periods, first to last.
        case line(periods: Int, kind: PeriodKind)
        /// How the year so far grew to the whole year, in so many earlier years.
        case yearSoFar(years: Int)
    }

    /// The time the estimate is for.
    public let period: Period
    /// The estimate.
    public let value: Double
    /// The range it could fall in; `nil` where one year is all there is to go by.
    public let range: ConfidenceInterval?
    /// What the estimate goes by.
    public let basis: Basis

    /// The fewest figures through which a line is drawn on.
    public static let fewestPoints = 5

    /// What stands above it.
    public static let label = "Projection by the portal"

    /// Looks ahead from a series; `nil` where that cannot be done honestly.
    ///
    /// There must be five figures since the last break at even steps, with fewer missing
    /// between them than there are, and they must not overlap. A line knows no seasons: of
    /// quarters that go up and down with the year, it gives the middle, with a wide range.
    /// It never looks at a period that has a marker in place of a figure: an estimate of a
    /// withheld figure is one too many.
    ///
    /// - Parameters:
    ///   - figures: the figures of one measure, area and breakdown, in order of time, one a
    ///     period.
    ///   - terms: what is asked of the measure.
    ///   - period: the time to look ahead to, after the last figure; the next if `nil`. Counts
    ///     of the year so far look to the end of their year only.
    public init?(of figures: [Figure], _ terms: SeriesTerms, for period: Period? = nil) {
        let found = ComparableFigures(figures, terms)
        let containsPart = terms.timeBasis == .cumulative || terms.timeBasis == .rolling
        if terms.kind == .cumulativeTerm
            || (terms.timeBasis == .cumulative && !terms.kind.isYearly)
        {
            self.init(yearEndOf: figures, terms, from: found)
            if let period, period != self.period { return nil }
        } else if terms.kind == .pooledYears || (containsPart && !terms.kind.isYearly) {
            return nil
        } else {
            self.init(lineThrough: figures, terms, from: found, to: period)
        }
    }

    /// A projection whose numbers are kept to those that the unit can have.
    init(
        _ value: Double, _ range: ConfidenceInterval?, for period: Period,
        _ unit: FigureUnit, basis: Basis
    ) {
        self.period = period
        self.value = unit.kind.nearest(to: value)
        self.range = range.map {
            ConfidenceInterval(
                lower: unit.kind.nearest(to: $0.lower), upper: unit.kind.nearest(to: $0.upper))
        }
        self.basis = basis
    }

    private init?(
        lineThrough figures: [Figure], _ terms: SeriesTerms, from found: ComparableFigures,
        to period: Period?
    ) {
        guard found.count >= Self.fewestPoints else { return nil }
        var points: [(time: Double, value: Double)] = []
        points.reserveCapacity(found.count)
        let first = figures[found.first].period
        var last = first
        for place in found.first..<figures.count where figures[place].period.kind == terms.kind {
            last = figures[place].period
            guard let value = figures[place].comparableValue(of: terms.kind) else { continue }
            guard let steps = last.steps(since: first, frequency: terms.frequency),
                points.last.map({ $0.time < Double(steps) }) ?? true
            else { return nil }
            points.append((Double(steps), Double(value)))
        }
        guard let ahead = period ?? last.following(frequency: terms.frequency),
            last.end < ahead.end,
            let steps = ahead.steps(since: first, frequency: terms.frequency),
            let periods = points.last.map({ $0.time + 1 }), periods < 2 * Double(points.count),
            let line = LinearTrend(count: points.count, { points[$0] })
        else { return nil }
        self.init(
            line.value(at: Double(steps)), line.predictionInterval(at: Double(steps)), for: ahead,
            terms.unit, basis: .line(periods: Int(periods), kind: terms.kind))
    }
}
