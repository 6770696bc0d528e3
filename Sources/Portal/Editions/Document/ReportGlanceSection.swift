import Mustache
import Scorecard

/// How everything stands, in counts and names.
struct ReportGlanceSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
