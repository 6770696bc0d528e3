import Scorecard

/// How one measure stands on a reporting day: its figures up to then, and what they say.
///
/// A class because a page hands it on many times, and another page may be given it again.
final class Standing {
    let measure: MeasureFacts
    /// The measure's figures, the partnership's own and the country's.
    let own: HeadlineLine
    /// The targets that may matter, the last to end first.
    let targets: [TargetEntry]
    /// The latest own figure, or the marker in its place.
    let latest: Figure?
    /// The country's figure for the period of the latest one.
    let countryLatest: Figure?
    /// The change on the year before, or else since the figure before.
    let change: Change?
    let judgement: Judgement
    /// How often figures come: as they have of late, or else as the strategy asks for them.
    let frequency: Frequency
    /// Whether the latest figure is still current on the reporting day.
    let isCurrent: Bool
    /// The target that a page shows: the one judged by, the one that has expired or is still to
    /// begin, and for a measure that is not judged its last one.
    let target: TargetEntry?
    /// What pages have made of it.
    let shown = ShownStanding()

    init(_ measure: MeasureFacts, _ own: HeadlineLine, targets: [TargetEntry], on day: Day) {
        self.measure = measure
        self.targets = targets
        self.own = own
        let latest = own.local.latest
        self.latest = latest
        countryLatest = latest.flatMap { own.country.figure(of: $0.period) }
        let frequency = Frequency(observedIn: own.local.figures) ?? measure.frequency
        self.frequency = frequency
        isCurrent =
            latest.map { Freshness.isCurrent($0.period, on: day, frequency: frequency) } ?? false
        judgement = Judgement(
            of: latest, for: measure.terms(frequency), against: targets.map(\.target), on: day)
        target =
            judgement.target.flatMap { used in targets.first { $0.target == used } }
            ?? targets.first
        let direction = GoodDirection(measure.polarity, target: judgement.target)
        change = latest.flatMap { latest in
            let change = Change(
                of: latest, since: own.local.figures, direction, timeBasis: measure.timeBasis,
                breaks: own.breaks)
            return change.map { change in
                own.movement(from: change.earlier, to: latest.period).map(change.ofGap) ?? change
            }
        }
    }

    /// The partnership's own figures, latest first.
    var local: [Figure] { own.local.figures }
    /// The country's, latest first.
    var country: [Figure] { own.country.figures }
    /// Where the figures may not be compared across.
    var breaks: [SeriesBreak] { own.breaks }
    /// How the measure's figures are written.
    var format: FigureFormat { measure.format }

    /// The day whose target a page shows: the last of the latest figure's period.
    var targetDay: Day { latest?.period.end ?? judgement.day }

    /// Which way the measure should move.
    var direction: GoodDirection { GoodDirection(measure.polarity, target: judgement.target) }

    /// The change since the period just before, where figures are counted by quarter or month and
    /// it is not the change already told.
    var changeSincePeriodBefore: Change? {
        let before = latest.flatMap { latest in
            Change(
                of: latest, sincePeriodBefore: local, direction, timeBasis: measure.timeBasis,
                breaks: breaks)
        }
        return before?.earlier == change?.earlier ? nil : before
    }
}
