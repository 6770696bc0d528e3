// Where periods of one kind stand on an even line, for fitting and for looking ahead.
extension Period {
    /// How many steps of its kind it comes after an earlier one; `nil` of another kind, and
    /// where the two do not lie on one even line.
    ///
    /// Snapshots do so when they are taken monthly, quarterly or yearly, and in months that fit.
    func steps(since earlier: Period, frequency: Frequency?) -> Int? {
        if case .snapshot(let later) = self, case .snapshot(let first) = earlier {
            guard let step = frequency?.evenMonths else { return nil }
            let months = later.day.monthNumber - first.day.monthNumber
            return months.isMultiple(of: step) ? months / step : nil
        }
        return kind.overlaps ? nil : earlier.distance(to: self)
    }

    /// The next period on the line; `nil` where that cannot be named.
    func following(frequency: Frequency?) -> Period? {
        guard case .snapshot(let snapshot) = self else { return successor }
        guard let step = frequency?.evenMonths else { return nil }
        return snapshot.following(months: step).map(Period.snapshot)
    }
}

extension Period {
    /// A period that counts the year so far: its year and its step of so many.
    struct StepOfYear {
        /// The calendar year in which the year begins.
        let year: Int
        /// 1 for the first step.
        let step: Int
        /// The step that is the whole year.
        let last: Int
    }

    /// Which step of its year it is, for figures that count the year so far; `nil` for kinds
    /// that have no steps.
    var stepOfYear: StepOfYear? {
        switch self {
        case .financialQuarter(let period):
            return StepOfYear(year: period.year, step: period.number, last: 4)
        case .cumulativeTerm(let period):
            return StepOfYear(year: period.year, step: period.terms, last: 3)
        case .month(let period):
            // The financial year begins in April.
            let months = period.end.monthNumber - 3
            return StepOfYear(year: months / 12, step: months % 12 + 1, last: 12)
        case .financialYear, .academicYear, .schoolTerm, .calendarYear, .pooledYears, .snapshot:
            return nil
        }
    }

    /// The whole year that such a period is part of.
    var wholeYear: Period? {
        guard let year = stepOfYear?.year else { return nil }
        return kind == .cumulativeTerm
            ? AcademicYear(year: year).map(Period.academicYear)
            : FinancialYear(year: year).map(Period.financialYear)
    }
}

extension Day {
    /// The months from January of the year 0 to the day's month.
    fileprivate var monthNumber: Int {
        let (year, month, _) = civil
        return year * 12 + month - 1
    }
}

extension Frequency {
    /// The months from one figure to the next, where they are always as many, as terms' are not.
    fileprivate var evenMonths: Int? { self == .termly ? nil : months }
}
