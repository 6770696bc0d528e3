import Mustache
import Scorecard

/// The portfolio holder’s own words.
struct ReportOverviewSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
