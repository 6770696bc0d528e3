import Scorecard

/// What an address asks to see of a scorecard: which measures, at the end of which quarter.
struct AskedScorecard {
    let heading: ScorecardHeading
    let selection: ScorecardSelection
    let groups: [ScorecardGroup]

    /// The day on which measures are looked at.
    var day: Day { selection.choice.day }

    var measures: [MeasureFacts] { groups.flatMap(\.measures) }
}

/// What a reader asked to see of a scorecard, with how its measures stand.
struct SelectedScorecard {
    let asked: AskedScorecard
    let standings: Standings
    /// The rows that the selection leaves, in its order.
    let rows: ScorecardRows

    init(_ asked: AskedScorecard, _ standings: Standings) {
        self.asked = asked
        self.standings = standings
        rows = ScorecardRows(asked.groups, standings, asked.selection)
    }

    var heading: ScorecardHeading { asked.heading }
    var quarter: FinancialQuarter { asked.selection.choice.quarter }
    /// Whether the rows stand in an order of the reader's and under no headlines.
    var isSorted: Bool { asked.selection.sort != nil }

    /// The rows without their headlines.
    var shown: [Standing] { rows.all.map(\.standing) }
}
