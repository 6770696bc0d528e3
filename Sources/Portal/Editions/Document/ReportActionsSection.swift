import Mustache
import Scorecard

/// Risks and corrective action: what, who, by when.
struct ReportActionsSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
