import Mustache
import Scorecard

/// The full list of measures, definitions, symbols and differences.
struct ReportAppendicesSection: ReportPart {
    let source: EditionSource
    /// What the sections before it show now, value by value.
    let shown: [ReportFact]

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
