extension Period {
    /// Whether nothing was left out between an earlier period and this one, so that a line may
    /// join them.
    ///
    /// A series may come every period or once a year, as when only the fourth quarters are
    /// published. A date does not say when the next count is due: two counts of one series are
    /// joined when no year lies between them, with half a year of grace.
    public func isNext(after earlier: Period) -> Bool {
        guard kind == earlier.kind else { return false }
        if kind == .snapshot {
            let days = start.days(since: earlier.start)
            return days > 0 && days <= 547
        }
        let steps = earlier.distance(to: self)
        return steps == 1 || steps == kind.countInYear
    }
}

extension PeriodKind {
    /// How many of them make a year, and how many on the same one of the next year is.
    var countInYear: Int {
        switch self {
        case .financialQuarter: 4
        case .month: 12
        case .cumulativeTerm, .schoolTerm: 3
        case .financialYear, .academicYear, .calendarYear, .pooledYears, .snapshot: 1
        }
    }
}
