extension Projection {
    /// The estimate with its range and what it goes by, and whose it is.
    public func sentence(in format: FigureFormat) -> String {
        let estimate = "the figure \(period.inSentence) would be \(format.text(estimate: value))"
        let owner = "This is the portal’s own projection, not a forecast by the service."
        let range = range.map { format.text(from: $0.lower, to: $0.upper) }
        return switch (basis, range) {
        case (.line(let periods, let kind), let range):
            """
            If the last \(periods) \(kind.plural) go on as they did, \(estimate)\
            \(range.map { ", and could be \($0)" } ?? ""). \(owner)
            """
        case (.yearSoFar(let years), let range?):
            """
            If the rest of the year goes as it did last year, \(estimate); going by the last \
            \(years) years, it could be \(range). \(owner)
            """
        case (.yearSoFar, nil):
            """
            If the rest of the year goes as it did last year, \(estimate). One year to go by is \
            too few to give a range. \(owner)
            """
        }
    }
}

extension PeriodKind {
    /// Several of them, as members call them.
    fileprivate var plural: String {
        switch self {
        case .financialQuarter: "quarters"
        case .financialYear, .academicYear, .calendarYear, .pooledYears: "years"
        case .cumulativeTerm, .schoolTerm: "terms"
        case .snapshot: "figures"
        case .month: "months"
        }
    }
}
