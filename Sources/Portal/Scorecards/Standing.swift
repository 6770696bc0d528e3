import Scorecard

/// How one measure stands on a reporting day: its figures up to then, and what they say.
///
/// A class because a page hands it on many times.
final class Standing {
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
    /// The target that a page shows: the one judged by, the one that has expired or is still to
    /// begin, and for a measure that is not judged its last one.
    let target: TargetEntry?

    init(_ measure: MeasureFacts, _ own: HeadlineLine, targets: [TargetEntry], on day: Day) {
        self.measure = measure
        self.targets = targets
        self.own = own
        let latest = own.latest.flatMap(Figure.init)
        self.latest = latest
        countryLatest = own.latest.flatMap { latest in
            own.country.first { $0.end == latest.end }
        }
        judgement = Judgement(
            of: latest,
            for: MeasureTerms(
                status: measure.status, polarity: measure.polarity, kind: measure.kind),
            against: targets.map(\.target), on: day)
        target =
            judgement.target.flatMap { used in targets.first { $0.target == used } }
            ?? targets.first
        change = latest.flatMap { own.change(to: $0, of: measure) }
    }

    /// The partnership's own figures, latest first.
    var local: [HeadlineFigure] { own.local }
    /// The country's, latest first.
    var country: [HeadlineFigure] { own.country }
    /// Where the figures may not be compared across.
    var breaks: [HeadlineBreak] { own.breaks }

    /// How the measure's figures are written.
    var format: FigureFormat {
        FigureFormat(kind: measure.valueKind, decimals: measure.decimals)
    }
}

/// The headline figures of one measure, with one for each period.
struct HeadlineLine {
    /// The partnership's own, latest first.
    private(set) var local: [HeadlineFigure] = []
    /// The country's, latest first.
    private(set) var country: [HeadlineFigure] = []
    /// Where they may not be compared across.
    private(set) var breaks: [HeadlineBreak] = []

    /// The latest figure that has a value or is withheld; where a publisher only says that there
    /// is none yet, the one before it is the latest that is known.
    var latest: HeadlineFigure? {
        local.first { $0.isKnown }
    }

    /// How the latest figure differs from the same period a year before, or else from the figure
    /// before it.
    ///
    /// Days tell which, for of a page's hundreds of figures only the latest are read with their
    /// periods.
    fileprivate func change(to latest: Figure, of measure: MeasureFacts) -> Change? {
        let breaks = breaks.compactMap(SeriesBreak.init)
        // All periods of one series are of one kind, so that the day tells which it is.
        let position = self.latest?.position
        if let yearBefore = latest.period.yearBefore {
            let end = yearBefore.end
            let figure = local.first { $0.end == end && $0.position == position && $0.isKnown }
            if let figure {
                return Change(
                    from: Figure(figure, for: yearBefore), to: latest, basis: .yearBefore,
                    GoodDirection(measure.polarity), breaks: breaks)
            }
        }
        return Change(
            of: latest, since: earlier(than: latest), GoodDirection(measure.polarity),
            timeBasis: measure.timeBasis, breaks: breaks)
    }

    /// The known figures before the latest, up to the first whose period is of its kind.
    private func earlier(than latest: Figure) -> [Figure] {
        let end = latest.period.end
        var figures: [Figure] = []
        for known in local where known.end < end && known.isKnown {
            guard let figure = Figure(known) else { continue }
            figures.append(figure)
            if figure.period.kind == latest.period.kind { break }
        }
        return figures
    }

    /// Adds a break that is not there yet.
    mutating func add(_ entry: HeadlineBreak) {
        if !breaks.contains(entry) { breaks.append(entry) }
    }

    /// Adds figures, latest first, each in its place by time; of two for one period the series
    /// listed first wins.
    mutating func add(_ figures: [HeadlineFigure], isLocal: Bool) {
        if isLocal {
            Self.add(figures, to: &local)
        } else {
            Self.add(figures, to: &country)
        }
    }

    private static func add(_ figures: [HeadlineFigure], to line: inout [HeadlineFigure]) {
        guard !line.isEmpty else {
            line = figures
            return
        }
        for figure in figures {
            let place = line.firstIndex { $0.end <= figure.end } ?? line.endIndex
            if place < line.endIndex, line[place].end == figure.end {
                if figure.position < line[place].position { line[place] = figure }
            } else {
                line.insert(figure, at: place)
            }
        }
    }
}

extension HeadlineFigure {
    /// Whether the publisher has a figure, even one that may not be shown.
    var isKnown: Bool { value != nil || marker == .confidential }
}

extension Figure {
    /// The figure with its period, or `nil` where that was not asked for or is one that this
    /// program does not know.
    init?(_ figure: HeadlineFigure) {
        guard let period = figure.details?.period else { return nil }
        self.init(figure, for: period)
    }

    fileprivate init(_ figure: HeadlineFigure, for period: Period) {
        self.init(
            period: period, value: figure.value, numerator: figure.details?.numerator,
            denominator: figure.details?.denominator, status: figure.details?.status ?? .final,
            marker: figure.marker)
    }
}

extension SeriesBreak {
    /// The break with its period read, or `nil` for a period that this program does not know.
    init?(_ entry: HeadlineBreak) {
        guard let first = Period(entry.periodCode) else { return nil }
        self.init(first: first, reason: entry.reason)
    }
}
