/// The sections of a report, in their order (the front block always stands before them).
enum ReportSection: String, CaseIterable {
    case overview
    case glance
    case delivery
    case measures
    case finance
    case actions
    case lastTime = "last-time"
    case appendices

    var title: String {
        switch self {
        case .overview: "Portfolio holder’s overview"
        case .glance: "At a glance"
        case .delivery: "Delivery by priority"
        case .measures: "Measures by priority"
        case .finance: "Finance"
        case .actions: "Risk and corrective action"
        case .lastTime: "What we said last time"
        case .appendices: "Appendices"
        }
    }
}

/// The columns that the tables of measures can have, in their order.
enum ReportColumn: String, CaseIterable {
    case code
    case goodIs = "good-is"
    case unit
    case twoYearsBefore = "two-years-before"
    case yearBefore = "year-before"
    case samePeriodLastYear = "same-period-last-year"
    case quarters
    case latest
    case dates
    case flag
    case target
    case status
    case change
    case trend
    case country
    case region
    case neighbours
    case forecast
    case comment
    case action
    case definition

    /// What stands in the head of the column.
    var title: String {
        switch self {
        case .code: "Code"
        case .goodIs: "Good is"
        case .unit: "Unit"
        case .twoYearsBefore: "2 years before"
        case .yearBefore: "Year before"
        case .samePeriodLastYear: "Same period last year"
        case .quarters: "Quarters of this year"
        case .latest: "Latest"
        case .dates: "Period end and published"
        case .flag: "Flag"
        case .target: "Target"
        case .status: "Status"
        case .change: "Change"
        case .trend: "Trend"
        case .country: "Country"
        case .region: "Region"
        case .neighbours: "Neighbours"
        case .forecast: "Year-end forecast"
        case .comment: "Comment"
        case .action: "Action, owner, due"
        case .definition: "Definition"
        }
    }

    /// Those of a report in which nobody has chosen.
    static let usual: [ReportColumn] = [
        .goodIs, .twoYearsBefore, .yearBefore, .latest, .target, .status, .change,
    ]
}

/// What a report shows, as chosen for a version.
struct EditionTemplate: Equatable {
    /// Whether only highlights and exceptions are told in full.
    let isLightTouch: Bool
    let sections: [ReportSection]
    let columns: [ReportColumn]
    /// The slugs of the scorecards, in order; empty where nobody has chosen.
    let scorecards: [String]
    let withoutMeasures: Set<String>
    let featured: Set<String>

    init(_ content: EditionContent) {
        isLightTouch = content[.touch] == "light"
        let without = Set(content.items(.withoutSections))
        sections = ReportSection.allCases.filter { !without.contains($0.rawValue) }
        let chosen = Set(content.items(.columns))
        let columns = ReportColumn.allCases.filter { chosen.contains($0.rawValue) }
        self.columns = columns.isEmpty ? ReportColumn.usual : columns
        scorecards = content.items(.scorecards)
        withoutMeasures = Set(content.items(.withoutMeasures))
        featured = Set(content.items(.featured))
    }
}
