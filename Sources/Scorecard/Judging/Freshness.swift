/// How long a figure stays current after its period.
///
/// A figure is current on a day when that day comes before the end of the next
/// period of its kind, plus an allowance for publication: none for quarters and
/// months, whose figures are our own; one term for school terms; twelve months
/// for yearly figures, which are published up to a year after their year. So on
/// the last day of a quarter only that quarter's figure is current, and last
/// year's yearly figure is current until this year's is overdue.
public enum Freshness {
    /// Whether a figure of `period` is still current on `day`.
    ///
    /// A date alone does not say how often a count is taken, so a snapshot is
    /// yearly unless `frequency` says that it is taken more often.
    public static func isCurrent(
        _ period: Period, on day: Day, frequency: Frequency? = nil
    ) -> Bool {
        day < dayOfAge(of: period, frequency: frequency)
    }

    /// The first day on which a figure of `period` is no longer current.
    public static func dayOfAge(of period: Period, frequency: Frequency? = nil) -> Day {
        switch period {
        case .financialQuarter, .month:
            period.successor?.end ?? Day.range.upperBound
        case .cumulativeTerm, .schoolTerm:
            period.successor?.successor?.end ?? Day.range.upperBound
        case .financialYear, .academicYear, .calendarYear, .pooledYears:
            period.end.adding(months: 24)
        case .snapshot(let snapshot):
            snapshot.day.adding(months: months(between: frequency))
        }
    }

    /// The months from one snapshot to the next, with the allowance.
    private static func months(between frequency: Frequency?) -> Int {
        switch frequency {
        case .monthly: 1
        case .quarterly: 3
        case .termly: 8
        case .annual, .survey, .irregular, .asParts, .toBeDefined, nil: 24
        }
    }
}
