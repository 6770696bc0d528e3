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
    init?(_ check: EntryCheck, _ past: EntryPast = EntryPast()) {
        guard check.readiness == .ready, let flag = check.flag else { return nil }
        let entry = check.entry
        self.entry = entry
        version = entry.publishedVersion + 1
        authorRole =
            entry.measure.ownerRole ?? entry.measure.service ?? "The officer who answers for it"
        actionDue = Day(typedOrMonth: entry.content[.by])
        forecast = Self.forecast(entry)
        let isLater = version > 1
        if flag == .nothing {
            // Readers are told that there is none yet, and the figure before stays the latest.
            let none = Figure(period: entry.period, value: nil, marker: .notAvailable)
            figures = [GroupFigure(breakdown: "", figure: none)]
        } else {
            let readings =
                [(nil, check.whole)] + check.groups.map { (Optional($0.group), $0.reading) }
            figures = readings.compactMap { group, reading in
                reading?.figure.map { figure in
                    // The first figure after "nothing to report" revises none.
                    let isRevision =
                        isLater && past.published(entry.period, group)?.isKnown ?? true
                    return GroupFigure(
                        breakdown: group?.code ?? "",
                        figure: figure.published(isRevision: isRevision))
                }
            }
        }
    }

    /// What the year is expected to come to, while it still goes on: of a year that is over it
    /// would be the figure itself.
    private static func forecast(_ entry: ReturnEntry) -> (value: FixedDecimal, period: Period)? {
        guard let period = entry.forecastPeriod, entry.period.end < period.end,
            let input = try? DecimalInput(entry.content[.forecast])
        else { return nil }
        return (input.value, period)
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
