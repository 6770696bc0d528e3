import Scorecard

/// How everything stands at the end of a quarter, beside how it stood a quarter before.
struct QuarterShift {
    let choice: PeriodChoice
    /// The quarter before.
    let earlier: FinancialQuarter
    let overview: Overview
    let before: Standings

    /// The measures of current strategies, each once and in their order.
    var standings: [Standing] {
        var known: Set<Int64> = []
        return overview.scorecards.filter { $0.heading.strategyState == .current }
            .flatMap(\.standings).filter { known.insert($0.measure.id).inserted }
    }

    /// What stands otherwise than a quarter before.
    var shifts: [StandingShift] { StandingShift.all(of: standings, before: before) }

    /// What to look at first.
    func attention(on today: Day) -> Attention {
        Attention(standings, before: before, on: today)
    }
}
