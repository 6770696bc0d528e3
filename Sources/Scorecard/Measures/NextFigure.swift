/// The figure of a measure that comes next.
public enum NextFigure: Hashable, Sendable {
    /// The figure of this period, on this day at the latest.
    case due(Period, by: Day)
    /// No date is known, of figures that come so often.
    case undated(Frequency)
}

extension NextFigure {
    /// Whether the figure should have come before a day.
    public func isLate(on day: Day) -> Bool {
        switch self {
        case .due(_, by: let due): due < day
        case .undated: false
        }
    }

    /// The next figure as a sentence for one who reads it on a day.
    public func sentence(on day: Day) -> String {
        switch self {
        case .due(let period, by: let due):
            due < day
                ? "The next figure, \(period.dueName), has been late since "
                    + "\(due.adding(days: 1).label)."
                : "The next figure, \(period.dueName), is due by \(due.label)."
        case .undated(let frequency):
            frequency.undatedWords
        }
    }
}

extension Frequency {
    fileprivate var undatedWords: String {
        switch self {
        case .monthly, .quarterly, .termly, .annual:
            "No date is set for the next figure."
        case .survey:
            "The next figure comes when the next survey is held; no date is set."
        case .irregular:
            "Figures come at no fixed time, so no date is set for the next one."
        case .asParts:
            "The next figure comes with those of the measures it is worked out from."
        case .toBeDefined:
            "How often figures come has not been decided, so no date is set for the next one."
        }
    }
}

extension Period {
    /// When it is for, with the whole name where the short one could be another kind's.
    fileprivate var dueName: String {
        switch self {
        case .financialQuarter: inSentence
        case .financialYear, .academicYear, .cumulativeTerm, .schoolTerm, .calendarYear,
            .pooledYears, .snapshot, .month:
            inSentenceInFull
        }
    }
}
