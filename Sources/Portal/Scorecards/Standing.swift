import Scorecard

/// How one measure stands on a reporting day: its figures up to then, and what they say.
struct Standing {
    let measure: MeasureFacts
    /// The measure's figures, the partnership's own and the country's.
    let own: HeadlineLine
    /// The targets that may matter, the last to end first.
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
        self.own = own
        let latest = own.latest.flatMap(Figure.init)
        self.latest = latest
        countryLatest = own.latest.flatMap { last in
            own.country.last { $0.periodCode == last.periodCode }
        }
        judgement = Judgement(
            of: latest,
            for: MeasureTerms(
                status: measure.status, polarity: measure.polarity, kind: measure.kind),
            against: targets.map(\.target), on: day)
        change = latest.flatMap { latest in
            Change(
                of: latest, since: own.candidates(toCompareWith: latest),
                polarity: measure.polarity, timeBasis: measure.timeBasis,
                breaks: own.breaks.compactMap(SeriesBreak.init))
        }
    }

    /// The partnership's own figures, oldest first.
    var local: [HeadlineFigure] { own.local }
    /// The country's, oldest first.
    var country: [HeadlineFigure] { own.country }
    /// Where the figures may not be compared across.
    var breaks: [HeadlineBreak] { own.breaks }

    /// How the measure's figures are written.
    var format: FigureFormat {
        FigureFormat(kind: measure.valueKind, decimals: measure.decimals)
    }

    /// The target that a page shows: the one judged by, the one that has expired or is still to
    /// begin, and for a measure that is not judged its last one.
    var target: TargetEntry? {
        guard let used = judgement.target else { return targets.first }
        return targets.first { $0.target == used }
    }
}

/// The headline figures of one measure, with one for each period.
struct HeadlineLine {
    /// The partnership's own, oldest first.
    private(set) var local: [HeadlineFigure] = []
    /// The country's, oldest first.
    private(set) var country: [HeadlineFigure] = []
    /// Where they may not be compared across.
    var breaks: [HeadlineBreak] = []

    /// The latest figure that has a value or is withheld; where a publisher only says that there
    /// is none yet, the one before it is the latest that is known.
    var latest: HeadlineFigure? {
        local.last { $0.value != nil || $0.marker == .confidential }
    }

    /// The figures that a change may be measured from: the one a year before, and the one before.
    ///
    /// A period is read only where it is compared, for a page has hundreds.
    fileprivate func candidates(toCompareWith latest: Figure) -> [Figure] {
        let yearBefore = latest.period.yearBefore?.description
        let code = latest.period.description
        var candidates: [Figure] = []
        var isBefore = true
        for figure in local.reversed() where figure.periodCode != code {
            let isKnown = figure.value != nil || figure.marker == .confidential
            guard figure.periodCode == yearBefore || (isBefore && isKnown) else { continue }
            if let candidate = Figure(figure) {
                if candidate.period.kind == latest.period.kind { isBefore = false }
                candidates.append(candidate)
            }
        }
        return candidates
    }

    /// Adds figures of the measure, each in its place by time; of two for one period the series
    /// listed first wins.
    mutating func add(_ figures: some Sequence<HeadlineFigure>) {
        for figure in figures {
            if figure.isLocal {
                Self.add(figure, to: &local)
            } else {
                Self.add(figure, to: &country)
            }
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
