// Successors are counted by each period's place in its kind. The place is counted
// from nowhere in particular: only differences of places mean something.

extension FinancialQuarter {
    /// How many quarters later the other is.
    public func distance(to other: FinancialQuarter) -> Int? { other.place - place }
    fileprivate var place: Int { year * 4 + number }
}

extension FinancialYear {
    /// How many years later the other is.
    public func distance(to other: FinancialYear) -> Int? { other.year - year }
}

extension AcademicYear {
    /// How many years later the other is.
    public func distance(to other: AcademicYear) -> Int? { other.year - year }
}

extension CalendarYear {
    /// How many years later the other is.
    public func distance(to other: CalendarYear) -> Int? { other.year - year }
}

extension PooledYears {
    /// How many years later the other window is.
    public func distance(to other: PooledYears) -> Int? { other.year - year }
}

extension CumulativeTerm {
    /// How many terms later the other ends.
    public func distance(to other: CumulativeTerm) -> Int? { other.place - place }
    fileprivate var place: Int { year * 3 + terms }
}

extension SchoolTerm {
    /// How many terms later the other is.
    public func distance(to other: SchoolTerm) -> Int? { other.place - place }
    fileprivate var place: Int { year * 3 + season.rawValue }
}

extension Month {
    /// How many months later the other is.
    public func distance(to other: Month) -> Int? { other.place - place }
    fileprivate var place: Int { year * 12 + number }
}

extension Snapshot {
    /// Nothing but for the same day, since dates do not say how many counts lie between them.
    public func distance(to other: Snapshot) -> Int? { other == self ? 0 : nil }
}

extension Period {
    /// How many successors lead from this period to another, negative to an earlier one.
    ///
    /// It is `nil` where none do: between two kinds, or between the dates of two counts.
    public func distance(to other: Period) -> Int? {
        switch (self, other) {
        case (.financialQuarter(let one), .financialQuarter(let other)): one.distance(to: other)
        case (.financialYear(let one), .financialYear(let other)): one.distance(to: other)
        case (.academicYear(let one), .academicYear(let other)): one.distance(to: other)
        case (.cumulativeTerm(let one), .cumulativeTerm(let other)): one.distance(to: other)
        case (.schoolTerm(let one), .schoolTerm(let other)): one.distance(to: other)
        case (.calendarYear(let one), .calendarYear(let other)): one.distance(to: other)
        case (.pooledYears(let one), .pooledYears(let other)): one.distance(to: other)
        case (.snapshot(let one), .snapshot(let other)): one.distance(to: other)
        case (.month(let one), .month(let other)): one.distance(to: other)
        case (.financialQuarter, _), (.financialYear, _), (.academicYear, _), (.cumulativeTerm, _),
            (.schoolTerm, _), (.calendarYear, _), (.pooledYears, _), (.snapshot, _), (.month, _):
            nil
        }
    }
}
