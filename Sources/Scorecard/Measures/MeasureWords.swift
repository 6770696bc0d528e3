// What a measure is, in the words of the catalogue's columns: each raw value is
// the word in the column, so a new word must be given its meaning here.

/// Where a measure comes from.
public enum MeasureKind: String, CaseIterable, Sendable {
    /// Named in a strategy as one of its measures.
    case named = "measure"
    /// Not named, but needed to see whether something promised is done.
    case implied
    /// A single finding of a survey that a strategy prints.
    case fact
    /// Printed to set the scene, and not judged.
    case context
    /// Computed from other measures, as gaps are.
    case derived
}

/// What kind of number a measure's figures are.
public enum ValueKind: String, CaseIterable, Sendable {
    /// Parts of a hundred.
    case percentage
    /// Events for so many people.
    case rate
    /// Whole things counted.
    case count
    /// A mean score, which may be negative.
    case score
    /// A difference in percentage points.
    case points
    /// The shares of one whole.
    case composition
    /// Words in place of a number.
    case narrative
}

extension ValueKind {
    /// Whether figures of areas of any size can be compared.
    ///
    /// A count says how large an area is, and nothing of how well it does.
    public var isComparableBetweenAreas: Bool {
        switch self {
        case .percentage, .rate, .score, .points, .composition: true
        case .count, .narrative: false
        }
    }
}

/// What stretch of time each figure counts.
public enum TimeBasis: String, CaseIterable, Sendable {
    /// The period itself, so that quarters sum to the year.
    case inPeriod = "in-period"
    /// The year so far, so that each figure contains those before it.
    case cumulative
    /// The twelve months to the period's end, which overlap.
    case rolling = "rolling-12-months"
    /// One day.
    case snapshot
    /// The children of one school year.
    case cohortYear = "cohort-year"
    /// The time of a survey.
    case survey
    /// As the measures it is computed from.
    case asParts = "as-parts"
    /// Not stated by the source.
    case unknown
}

/// How often a figure comes.
public enum Frequency: String, CaseIterable, Sendable {
    /// Every quarter.
    case quarterly
    /// Every school term.
    case termly
    /// Every year.
    case annual
    /// Every month.
    case monthly
    /// When a survey is held.
    case survey
    /// At no fixed time.
    case irregular
    /// As the measures it is computed from.
    case asParts = "as-parts"
    /// Not yet decided.
    case toBeDefined = "to-be-defined"
}

/// Where a measure stands in its own life.
public enum MeasureStatus: String, CaseIterable, Sendable {
    /// In use.
    case active
    /// Agreed, and not yet counted.
    case inDevelopment = "in-development"
    /// Named, and not yet given a definition.
    case toBeDefined = "to-be-defined"
    /// No longer collected; its history is kept.
    case archived
}

/// The kind of period a measure or series is catalogued under.
///
/// Beside the kinds that figures can have, the catalogue says when the time is
/// that of a survey, that of the measure's parts, or not known.
public enum CataloguedPeriod: String, CaseIterable, Sendable {
    /// Financial quarters.
    case financialQuarter = "FQ"
    /// Financial years.
    case financialYear = "FY"
    /// School years.
    case academicYear = "AY"
    /// Calendar years.
    case calendarYear = "CY"
    /// School terms, each containing those before it in its year.
    case cumulativeTerm = "TERM"
    /// Single school terms.
    case schoolTerm = "SCHOOL-TERM"
    /// Months.
    case month = "MONTH"
    /// Single days.
    case snapshot = "SNAP"
    /// Three financial years together.
    case pooledYears = "P3"
    /// Whenever a survey is held.
    case survey = "SURVEY"
    /// As the measures it is computed from.
    case parts = "PARTS"
    /// Not stated by the source.
    case unknown = "UNKNOWN"
}
