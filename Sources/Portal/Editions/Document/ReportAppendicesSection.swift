import Mustache
import Scorecard

/// The full list of measures, definitions, symbols and differences.
struct ReportAppendicesSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
