import Scorecard

extension PeriodKind {
    /// Every period of the kind in order of time; of single days, none.
    func everyPeriod() throws -> [Period] {
        guard var period = try first() else { return [] }
        var periods = [period]
        while let next = period.successor {
            periods.append(next)
            period = next
        }
        return periods
    }

    private func first() throws -> Period? {
        switch self {
        case .financialQuarter: try period("1900-01-Q1")
        case .financialYear: try period("1900-01-FY")
        case .academicYear: try period("1900-01-AY")
        case .cumulativeTerm: try period("1900-01-T1")
        case .schoolTerm: try period("1900-01-AUT")
        case .calendarYear: try period("1900-CY")
        case .pooledYears: try period("1900-03-P3")
        case .snapshot: nil
        case .month: try period("1900-01")
        }
    }

    /// Kinds whose periods follow one another without gap or overlap.
    static let partitions: [PeriodKind] = [
        .financialQuarter, .financialYear, .academicYear, .schoolTerm, .calendarYear, .month,
    ]
}
