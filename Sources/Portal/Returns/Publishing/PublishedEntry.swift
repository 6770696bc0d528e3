import Scorecard

/// What readers are told of a measure and period: its figures, and what is said of them.
struct PublishedEntry {
    /// The figure of one group, or of all.
    struct GroupFigure {
        /// The group's code; empty for all.
        let breakdown: String
        let figure: Figure
    }

    let entry: ReturnEntry
    let version: Int
    let figures: [GroupFigure]
    let authorRole: String
    let forecast: (value: FixedDecimal, period: Period)?
    let actionDue: Day?

    /// What is published of an entry that was looked through and is ready.
    ///
    /// - Returns: `nil` if it is not ready.
    init?(_ check: EntryCheck) {
        guard check.readiness == .ready, let flag = check.flag else { return nil }
        let entry = check.entry
        self.entry = entry
        version = entry.publishedVersion + 1
        authorRole =
            entry.measure.ownerRole ?? entry.measure.service ?? "The officer who answers for it"
        actionDue = Day(typedOrMonth: entry.content[.by])
        let forecastPeriod = entry.forecastPeriod
        forecast = (try? DecimalInput(entry.content[.forecast])).flatMap { input in
            forecastPeriod.map { (input.value, $0) }
        }
        let isRevision = version > 1
        if flag == .nothing {
            // Readers are told that there is none yet, and the figure before stays the latest.
            let none = Figure(period: entry.period, value: nil, marker: .notAvailable)
            figures = [GroupFigure(breakdown: "", figure: none)]
        } else {
            let readings =
                [("", check.whole)] + check.groups.map { ($0.group.code, Optional($0.reading)) }
            figures = readings.compactMap { breakdown, reading in
                reading?.figure.map {
                    GroupFigure(breakdown: breakdown, figure: $0.published(isRevision: isRevision))
                }
            }
        }
    }
}

extension Figure {
    /// The figure as it is published: an estimate is final and says by its marker what it is, and
    /// what takes the place of a figure is revised.
    fileprivate func published(isRevision: Bool) -> Figure {
        let isEstimated = status == .estimated
        return Figure(
            period: period, value: value, numerator: numerator, denominator: denominator,
            status: isRevision ? .revised : isEstimated ? .final : status,
            marker: marker ?? (isEstimated ? .estimated : nil))
    }
}

extension ReturnEntry {
    /// The year that a forecast is for: the financial year that the period ends in, or the
    /// academic year for what is counted by those.
    var forecastPeriod: Period? {
        switch period.kind {
        case .academicYear, .cumulativeTerm, .schoolTerm:
            Period(.academicYear, containing: period.end)
        case .calendarYear: Period(.calendarYear, containing: period.end)
        case .financialQuarter, .financialYear, .month, .snapshot, .pooledYears:
            Period(.financialYear, containing: period.end)
        }
    }
}
