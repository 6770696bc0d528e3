/// How the trend of a series may be told, if at all.
public enum TrendMethod: Hashable, Sendable {
    /// By a process chart.
    case controlChart
    /// By the weighted test of yearly figures, where their standard errors are known.
    case trendTest
    /// Not yet: so many comparable figures are needed.
    case tooFewPoints(needed: Int)
    /// Not at all: each figure contains part of the one before.
    case overlapping

    /// Chooses for a series of so many figures since its last break.
    ///
    /// Whole years never overlap, even of a measure that grows through the year.
    public init(
        kind: PeriodKind, timeBasis: TimeBasis, frequency: Frequency? = nil, points: Int
    ) {
        let isYearly = kind.isYearly || (kind == .snapshot && frequency == .annual)
        let containsPart = timeBasis == .cumulative || timeBasis == .rolling
        if kind.overlaps || (containsPart && !isYearly) {
            self = .overlapping
        } else if points >= ControlChart.fewestPoints {
            self = .controlChart
        } else if isYearly, points >= TrendTest.fewestPoints {
            self = .trendTest
        } else {
            let needed = isYearly ? TrendTest.fewestPoints : ControlChart.fewestPoints
            self = .tooFewPoints(needed: needed)
        }
    }
}

extension PeriodKind {
    /// Whether each period contains part of the one before.
    var overlaps: Bool {
        switch self {
        case .cumulativeTerm, .pooledYears: true
        case .financialQuarter, .financialYear, .academicYear, .schoolTerm, .calendarYear,
            .snapshot, .month:
            false
        }
    }

    /// Whether each period is a whole year.
    var isYearly: Bool {
        switch self {
        case .financialYear, .academicYear, .calendarYear: true
        case .financialQuarter, .cumulativeTerm, .schoolTerm, .pooledYears, .snapshot, .month:
            false
        }
    }
}
