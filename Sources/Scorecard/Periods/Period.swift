/// The time a figure is for, of whatever kind.
///
/// Its code is its column and its address, so it reads only what it writes.
public enum Period: Hashable, Sendable {
    /// A quarter of a financial year.
    case financialQuarter(FinancialQuarter)
    /// A financial year.
    case financialYear(FinancialYear)
    /// A school year.
    case academicYear(AcademicYear)
    /// A school year so far.
    case cumulativeTerm(CumulativeTerm)
    /// One school term.
    case schoolTerm(SchoolTerm)
    /// A year from January.
    case calendarYear(CalendarYear)
    /// Three financial years together.
    case pooledYears(PooledYears)
    /// One day.
    case snapshot(Snapshot)
    /// A month.
    case month(Month)
}

extension Period: CalendarPeriod {
    /// The kind of period.
    public var kind: PeriodKind {
        switch self {
        case .financialQuarter: .financialQuarter
        case .financialYear: .financialYear
        case .academicYear: .academicYear
        case .cumulativeTerm: .cumulativeTerm
        case .schoolTerm: .schoolTerm
        case .calendarYear: .calendarYear
        case .pooledYears: .pooledYears
        case .snapshot: .snapshot
        case .month: .month
        }
    }

    /// The first day.
    public var start: Day {
        switch self {
        case .financialQuarter(let period): period.start
        case .financialYear(let period): period.start
        case .academicYear(let period): period.start
        case .cumulativeTerm(let period): period.start
        case .schoolTerm(let period): period.start
        case .calendarYear(let period): period.start
        case .pooledYears(let period): period.start
        case .snapshot(let period): period.start
        case .month(let period): period.start
        }
    }

    /// The last day.
    public var end: Day {
        switch self {
        case .financialQuarter(let period): period.end
        case .financialYear(let period): period.end
        case .academicYear(let period): period.end
        case .cumulativeTerm(let period): period.end
        case .schoolTerm(let period): period.end
        case .calendarYear(let period): period.end
        case .pooledYears(let period): period.end
        case .snapshot(let period): period.end
        case .month(let period): period.end
        }
    }

    /// The whole name: `Q1 2026/27 (April to June 2026)`.
    public var label: String {
        switch self {
        case .financialQuarter(let period): period.label
        case .financialYear(let period): period.label
        case .academicYear(let period): period.label
        case .cumulativeTerm(let period): period.label
        case .schoolTerm(let period): period.label
        case .calendarYear(let period): period.label
        case .pooledYears(let period): period.label
        case .snapshot(let period): period.label
        case .month(let period): period.label
        }
    }

    /// The name where room is short or the kind is plain: `Q1 2026/27`.
    public var shortLabel: String {
        switch self {
        case .financialQuarter(let period): period.shortLabel
        case .financialYear(let period): period.shortLabel
        case .academicYear(let period): period.shortLabel
        case .cumulativeTerm(let period): period.shortLabel
        case .schoolTerm(let period): period.shortLabel
        case .calendarYear(let period): period.shortLabel
        case .pooledYears(let period): period.shortLabel
        case .snapshot(let period): period.shortLabel
        case .month(let period): period.shortLabel
        }
    }

    /// The code: `2026-27-Q1`.
    public var description: String {
        switch self {
        case .financialQuarter(let period): period.description
        case .financialYear(let period): period.description
        case .academicYear(let period): period.description
        case .cumulativeTerm(let period): period.description
        case .schoolTerm(let period): period.description
        case .calendarYear(let period): period.description
        case .pooledYears(let period): period.description
        case .snapshot(let period): period.description
        case .month(let period): period.description
        }
    }

    /// The next period of this kind, or `nil` if there is none to name.
    public var successor: Period? {
        switch self {
        case .financialQuarter(let period): period.successor.map(Period.financialQuarter)
        case .financialYear(let period): period.successor.map(Period.financialYear)
        case .academicYear(let period): period.successor.map(Period.academicYear)
        case .cumulativeTerm(let period): period.successor.map(Period.cumulativeTerm)
        case .schoolTerm(let period): period.successor.map(Period.schoolTerm)
        case .calendarYear(let period): period.successor.map(Period.calendarYear)
        case .pooledYears(let period): period.successor.map(Period.pooledYears)
        case .snapshot(let period): period.successor.map(Period.snapshot)
        case .month(let period): period.successor.map(Period.month)
        }
    }

    /// The period of this kind before this one, or `nil` if there is none to name.
    public var predecessor: Period? {
        switch self {
        case .financialQuarter(let period): period.predecessor.map(Period.financialQuarter)
        case .financialYear(let period): period.predecessor.map(Period.financialYear)
        case .academicYear(let period): period.predecessor.map(Period.academicYear)
        case .cumulativeTerm(let period): period.predecessor.map(Period.cumulativeTerm)
        case .schoolTerm(let period): period.predecessor.map(Period.schoolTerm)
        case .calendarYear(let period): period.predecessor.map(Period.calendarYear)
        case .pooledYears(let period): period.predecessor.map(Period.pooledYears)
        case .snapshot(let period): period.predecessor.map(Period.snapshot)
        case .month(let period): period.predecessor.map(Period.month)
        }
    }

    /// The same period a year before.
    public var yearBefore: Period? {
        switch self {
        case .financialQuarter(let period): period.yearBefore.map(Period.financialQuarter)
        case .financialYear(let period): period.yearBefore.map(Period.financialYear)
        case .academicYear(let period): period.yearBefore.map(Period.academicYear)
        case .cumulativeTerm(let period): period.yearBefore.map(Period.cumulativeTerm)
        case .schoolTerm(let period): period.yearBefore.map(Period.schoolTerm)
        case .calendarYear(let period): period.yearBefore.map(Period.calendarYear)
        case .pooledYears(let period): period.yearBefore.map(Period.pooledYears)
        case .snapshot(let period): period.yearBefore.map(Period.snapshot)
        case .month(let period): period.yearBefore.map(Period.month)
        }
    }

    /// Orders periods as time does, by their last day.
    ///
    /// Periods of several kinds that end on one day stand longest first.
    public static func < (lhs: Period, rhs: Period) -> Bool {
        let (left, right) = (lhs.end, rhs.end)
        guard left == right else { return left < right }
        let (begun, otherBegun) = (lhs.start, rhs.start)
        guard begun == otherBegun else { return begun < otherBegun }
        return lhs.kind.rawValue < rhs.kind.rawValue
    }
}
