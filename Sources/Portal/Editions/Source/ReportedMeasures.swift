import Scorecard

/// The measures of a report, under the headlines of its scorecards, how they stand, and what is
/// known and said of them.
struct ReportedMeasures {
    /// Whose measures they are.
    let scorecards: [ScorecardHeading]
    /// In the report's order; each measure once, where it is named first.
    let groups: [ReportedGroup]
    /// At the end of the report's quarter.
    let standings: Standings
    /// At the end of the quarter that is compared with: the last edition's, or the one before.
    let before: Standings
    let quarterBefore: FinancialQuarter?
    let areas: AreaFiguresOfMeasures
    /// The name of the country whose figures stand beside ours.
    let country: String
    /// The quarters side by side, of the measures whose figures come by quarter; `nil` where there
    /// are none.
    let quarters: Rug?
    /// What each measure is and who answers for it, by the measure's id, as are those below.
    let definitions: [Int64: ReportedDefinition]
    /// Where the latest figure is from, and since when it has been known here.
    let releases: [Int64: FigureRelease]
    /// Every target that a measure ever had, the last to end first.
    let targets: [Int64: [TargetDetail]]
    /// What is said, done and expected.
    let words: ReportedWords

    /// How the measures stand, in the report's order.
    var all: [Standing] { groups.flatMap(\.measures).compactMap { standings[$0.id] } }
}

/// Measures that a report shows under one headline.
struct ReportedGroup {
    /// The scorecard that it is of.
    let scorecard: ScorecardHeading
    let headline: ScorecardHeadline
    let measures: [MeasureFacts]
}

/// What a measure is and who answers for it, as a report tells of it.
struct ReportedDefinition {
    let numerator: String?
    let denominator: String?
    let basis: String?
    let source: String?
    let benchmarks: String?
    let note: String?
    let polarityNote: String?
    /// The service that answers for the measure, and the role of its owner there.
    let service: String?
    let ownerRole: String?
    let smallNumbers: SmallNumberRule
    /// What kind of number is published, such as the two ends of a gap; `nil` where nothing is.
    let publishedKind: ValueKind?

    /// Who answers for it: `Head of children in care, Children’s services`.
    var owner: String? {
        let named = [ownerRole, service].compactMap(\.self)
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }
}

/// Where a measure's latest figure is from, and since when it has been known here.
struct FigureRelease: Equatable {
    /// The day on which the version that is shown was first loaded or published here; publishers’
    /// own days are not in their files.
    let knownOn: Day?
    /// Whether officers of the partnership returned it.
    let isReturned: Bool
    /// Who published it, and in what; `nil` where that is not said.
    let publication: String?
    /// How well it fits the measure, with a note on that.
    let match: LineMatch
    let matchNote: String?
    /// What to mind in reading it.
    let caution: String?
}

/// What is said of measures, done about them and expected of them, by the measure's id.
struct ReportedWords {
    /// The newest first.
    var commentary: [Int64: [Commentary]] = [:]
    /// Those to be done first at the top.
    var actions: [Int64: [Action]] = [:]
    /// The newest first.
    var forecasts: [Int64: [ForecastEntry]] = [:]
}
