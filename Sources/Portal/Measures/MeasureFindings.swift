import Scorecard

/// What the figures of a measure say beside its target: where they go, what chance allows, what
/// lies ahead, and for a gap what its two ends did.
struct MeasureFindings {
    private let standing: Standing
    /// Where the series is going.
    let trend: Trend?
    /// The portal's own look ahead.
    let projection: Projection?
    /// How the latest figure stands to the country's, allowing for chance.
    let country: BenchmarkFinding?
    /// Between what the latest figure could be, allowing for chance.
    let interval: ConfidenceInterval?
    /// What the figures count.
    let unit: FigureUnit

    init(_ standing: Standing, per multiplier: Int32?) {
        self.standing = standing
        let measure = standing.measure
        let unit = FigureUnit(kind: measure.valueKind, multiplier: multiplier ?? 1)
        self.unit = unit
        guard let latest = standing.latest else {
            (trend, projection, country, interval) = (nil, nil, nil, nil)
            return
        }
        interval = measure.valueKind == .count ? nil : ConfidenceInterval(of: latest, in: unit)
        let terms = SeriesTerms(
            kind: latest.period.kind, timeBasis: measure.timeBasis, frequency: standing.frequency,
            polarity: measure.polarity, unit: unit, breaks: standing.breaks)
        let figures = Array(standing.local.reversed())
        let target = standing.judgement.verdict == nil ? nil : standing.judgement.target
        trend = Trend(
            of: figures, terms,
            target: target.flatMap { AssuranceTarget($0, on: latest.period.end) })
        projection = Projection(of: figures, terms)
        country = standing.countryLatest?.value.flatMap { benchmark in
            BenchmarkFinding(of: latest, with: benchmark, unit: unit, polarity: measure.polarity)
        }
    }

    /// The process chart of the figures, where there are enough of them.
    var controlChart: ControlChart? {
        guard case .controlChart(let chart) = trend?.reading else { return nil }
        return chart
    }

    /// How the trend was looked for, or why it cannot be told.
    var trendRule: String? {
        guard let trend else { return nil }
        switch trend.reading {
        case .controlChart(let chart):
            return "by a process chart of the last \(chart.pointsSinceBreak) figures"
        case .trendTest(let test):
            return "by a test of \(test.count) yearly figures"
        case .tooFewPoints(let needed):
            return "\(trend.comparable.counted("comparable figure")), and \(needed) are needed"
        case .overlapping:
            return "each figure contains part of the one before"
        case .untested:
            return "the numbers behind the figures are not known"
        }
    }

    /// Whether the trend says more than that nothing can be said.
    private var hasTrend: Bool {
        switch trend?.reading {
        case .controlChart, .trendTest: true
        case .overlapping, .tooFewPoints, .untested, nil: false
        }
    }

    /// The trend, and whether the target can be counted on, for those who read the story.
    var trendSentences: [String] {
        guard hasTrend else { return [] }
        return trend?.target == nil ? Array(chartSentences.prefix(1)) : chartSentences
    }

    /// What stands under the trend's chart: also why nothing can be said.
    var chartSentences: [String] {
        [trend?.sentence(in: standing.format), assurance].compactMap { $0 }
    }

    /// Whether the target can be counted on; where there has been one that does not hold now, the
    /// status has said so already.
    private var assurance: String? {
        switch standing.judgement.status {
        case .onTarget, .close, .offTarget, .noTarget:
            trend?.assuranceSentence(in: standing.format)
        case .targetExpired, .tooEarly, .awaitingData, .noNewData, .suppressed, .inDevelopment,
            .toBeDefined, .contextOnly:
            nil
        }
    }
}

/// A gap and the one before it, told with both ends.
struct GapStory {
    let latest: Gap
    let earlier: Gap?
    /// Which way is good for the figures of the two groups.
    let polarity: Polarity
    /// What kind of number the groups' figures are.
    private let kind: ValueKind

    /// The gap of the latest figure and of the year before, from the parts of a measure.
    init?(_ page: MeasurePage) {
        guard let polarity = page.measure.gapPolarity, let period = page.standing.latest?.period
        else { return nil }
        let parts = page.series.filter { $0.role == .part }.prefix(2)
        guard let first = parts.first, let second = parts.last, parts.count == 2 else {
            return nil
        }
        func figures(_ series: MeasureSeries) -> [Figure] {
            page.surroundings.lines.filter { $0.isLocal && $0.position == series.position }.map(
                \.figure)
        }
        let gaps = GapLines(first: figures(first), second: figures(second))
            .gaps((first.breakdownLabel, second.breakdownLabel), polarity: polarity)
        guard let latest = gaps.first(where: { $0.figure.period == period }) else { return nil }
        self.latest = latest
        earlier = page.standing.change.flatMap { change in
            change.silence == nil ? gaps.first { $0.figure.period == change.earlier } : nil
        }
        self.polarity = polarity
        kind = first.valueKind
    }

    /// Both ends with their figures, and whose doing the gap's movement is.
    func sentences(in format: FigureFormat) -> [String] {
        let movement = earlier.flatMap { latest.movement(since: $0, polarity: polarity) }
        let ends = FigureFormat(kind: kind, decimals: format.decimals)
        return [latest.explanation(in: format, ends: ends), movement?.words].compactMap { $0 }
    }
}
