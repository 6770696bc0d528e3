import Mustache
import Scorecard

/// The measures by priority, and a block for each exception.
struct ReportMeasuresSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
