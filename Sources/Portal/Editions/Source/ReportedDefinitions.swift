import Scorecard

/// What the measures of a report mean, and since when their figures are known, by their ids.
typealias ReportedDefinitions = [Int64: ReportedDefinition]

/// What a measure means.
struct ReportedDefinition {
    let numerator: String?
    let denominator: String?
    /// How it is defined, where the parts of the figure do not say it.
    let basis: String?
    let source: String?
    let smallNumbers: SmallNumberRule
    /// In what its figures are published, which the small-number rule is held against.
    let publishedKind: ValueKind?
    /// The day on which the figure of each period was first known here, as it stands now.
    let knownOn: [Period: Day]
}
