import Mustache
import Scorecard

/// What was done for each priority.
struct ReportDeliverySection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
