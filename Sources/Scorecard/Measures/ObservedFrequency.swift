extension Frequency {
    /// How often figures have come of late, as their periods show; `nil` where they show nothing.
    ///
    /// A strategy may ask for a figure every quarter that is published once a year. What is said
    /// of a series, such as how long its figures are current and when the next is due, goes by
    /// how it comes. It is the middle one of the last five steps, in months and give or take a
    /// third, so that a year without results changes nothing.
    ///
    /// - Parameter periods: periods of one kind, latest first.
    public init?(observedIn periods: some Sequence<Period>) {
        var steps: [Int] = []
        var later: Period?
        for period in periods.prefix(6) {
            if let later { steps.append(later.end.days(since: period.end)) }
            later = period
        }
        guard !steps.isEmpty else { return nil }
        let kind = later?.kind
        let days = steps.sorted()[(steps.count - 1) / 2]
        switch days {
        case 20...40: self = .monthly
        case 61...122: self = kind == .schoolTerm || kind == .cumulativeTerm ? .termly : .quarterly
        case 123...160 where kind == .schoolTerm || kind == .cumulativeTerm: self = .termly
        case 244...487: self = .annual
        default: return nil
        }
    }
}
