extension Frequency {
    /// How often figures have come of late, as their periods show; `nil` where they show nothing.
    ///
    /// A strategy may ask for a figure every quarter that is published once a year. What is said
    /// of a series, such as how long its figures are current and when the next is due, goes by
    /// how it comes. Where the latest two are neighbours of their kind, it is the kind's own; else
    /// the middle one of the last five steps, in months and give or take a third, so that a year
    /// without results changes nothing. Where the latest step is a shorter one, it goes by that: a
    /// count that was published once a year is now taken more often.
    ///
    /// - Parameter figures: the figures of a line, latest first; those of another kind of period
    ///   than the latest, and those that are not known, are passed over.
    public init?(observedIn figures: [Figure]) {
        guard let first = figures.firstIndex(where: \.isKnown) else { return nil }
        let kind = figures[first].period.kind
        var later = figures[first].period
        var steps = InlineArray<5, Int>(repeating: 0)
        var latestStep = 0
        var count = 0
        for place in first + 1..<max(figures.count, first + 1) where count < 5 {
            let figure = figures[place]
            guard figure.isKnown, figure.period.kind == kind else { continue }
            if count == 0, figure.period.distance(to: later) == 1 {
                self.init(of: kind)
                return
            }
            // In order of size as they come.
            var slot = count
            let step = later.end.days(since: figure.period.end)
            while slot > 0, steps[slot - 1] > step {
                steps[slot] = steps[slot - 1]
                slot -= 1
            }
            steps[slot] = step
            if count == 0 { latestStep = step }
            count += 1
            later = figure.period
        }
        guard count > 0 else { return nil }
        let middle = steps[(count - 1) / 2]
        let frequency = Self(days: min(latestStep, middle), kind) ?? Self(days: middle, kind)
        guard let frequency else { return nil }
        self = frequency
    }

    /// How often figures come that are for every period of a kind.
    private init?(of kind: PeriodKind) {
        switch kind {
        case .financialQuarter: self = .quarterly
        case .financialYear, .academicYear, .calendarYear, .pooledYears: self = .annual
        case .cumulativeTerm, .schoolTerm: self = .termly
        case .month: self = .monthly
        case .snapshot: return nil
        }
    }

    private init?(days: Int, _ kind: PeriodKind) {
        let isTerm = kind == .schoolTerm || kind == .cumulativeTerm
        switch days {
        case 20...40: self = .monthly
        case 61...160 where isTerm: self = .termly
        case 61...122: self = .quarterly
        case 244...487: self = .annual
        default: return nil
        }
    }
}
