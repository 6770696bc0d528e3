extension Period {
    /// When a figure is for, where the kind of period is plain: `for 2024/25`, `at 31 March 2025`.
    ///
    /// A figure is for a stretch of time and at a day, so that no sentence says "for at 31 March".
    public var inSentence: String {
        switch self {
        case .snapshot: label
        case .financialQuarter, .financialYear, .academicYear, .cumulativeTerm, .schoolTerm,
            .calendarYear, .pooledYears, .month:
            "for \(shortLabel)"
        }
    }

    /// When a figure is for, with the whole name: `for the 2024/25 financial year`,
    /// `at 31 March 2025`.
    public var inSentenceInFull: String {
        switch self {
        case .snapshot: label
        case .financialYear, .academicYear, .cumulativeTerm, .schoolTerm: "for the \(label)"
        case .financialQuarter, .calendarYear, .pooledYears, .month: "for \(label)"
        }
    }
}
