import Scorecard

/// How one measure stands on a reporting day: its figures up to then, and what they say.
struct Standing {
    let measure: MeasureFacts
    /// The partnership's own figures, oldest first.
    let local: [HeadlineFigure]
    /// The country's, oldest first.
    let country: [HeadlineFigure]
    /// Where the figures may not be compared across.
    let breaks: [HeadlineBreak]
    let targets: [TargetEntry]
    /// The latest own figure, or the marker in its place.
    let latest: Figure?
    /// The country's figure for the period of the latest one.
    let countryLatest: HeadlineFigure?
    let change: Change?
    let judgement: Judgement

    init(_ measure: MeasureFacts, _ own: HeadlineLine, targets: [TargetEntry], on day: Day) {
        self.measure = measure
        self.targets = targets
        local = own.local
        country = own.country
        breaks = own.breaks
        let history = own.local.compactMap(Figure.init)
        let latest = history.last
        self.latest = latest
        countryLatest = own.local.last.flatMap { last in
            own.country.last { $0.periodCode == last.periodCode }
        }
        judgement = Judgement(
            of: latest,
            for: MeasureTerms(
                status: measure.status, polarity: measure.polarity, kind: measure.kind,
                frequency: measure.frequency),
            against: targets.map(\.target), on: day)
        change = latest.flatMap { latest in
            Change(
                of: latest, since: history, polarity: measure.polarity,
                timeBasis: measure.timeBasis,
                breaks: own.breaks.compactMap(SeriesBreak.init))
        }
    }

    /// How the measure's figures are written.
    var format: FigureFormat {
        FigureFormat(kind: measure.valueKind, decimals: measure.decimals)
    }

    /// The target that a page shows: the one judged by, the one that has expired or is still to
    /// begin, and for a measure that is not judged its last one.
    var target: TargetEntry? {
        guard let used = judgement.target else { return targets.last }
        return targets.last { $0.target == used }
    }
}

/// The headline figures of one measure, with one for each period.
struct HeadlineLine {
    /// The partnership's own, oldest first.
    private(set) var local: [HeadlineFigure] = []
    /// The country's, oldest first.
    private(set) var country: [HeadlineFigure] = []
    var breaks: [HeadlineBreak] = []

    /// Adds a figure in its place by time; of two for one period the series listed first wins.
    mutating func add(_ figure: HeadlineFigure) {
        if figure.isLocal {
            Self.add(figure, to: &local)
        } else {
            Self.add(figure, to: &country)
        }
    }

    private static func add(_ figure: HeadlineFigure, to line: inout [HeadlineFigure]) {
        // A query gives a series oldest first, so the place is nearly always the end.
        var index = line.endIndex
        while index > 0, line[index - 1].end > figure.end { index -= 1 }
        var other = index
        while other > 0, line[other - 1].end == figure.end {
            other -= 1
            guard line[other].periodCode == figure.periodCode else { continue }
            if figure.position < line[other].position { line[other] = figure }
            return
        }
        line.insert(figure, at: index)
    }
}

extension Figure {
    /// The figure with its period read, or `nil` for a period that this program does not know.
    init?(_ figure: HeadlineFigure) {
        guard let period = Period(figure.periodCode) else { return nil }
        self.init(
            period: period, value: figure.value, numerator: figure.numerator,
            denominator: figure.denominator, status: figure.status, marker: figure.marker)
    }
}

extension SeriesBreak {
    /// The break with its period read, or `nil` for a period that this program does not know.
    init?(_ entry: HeadlineBreak) {
        guard let first = Period(entry.periodCode) else { return nil }
        self.init(first: first, reason: entry.reason)
    }
}
