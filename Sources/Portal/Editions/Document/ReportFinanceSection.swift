import Mustache
import Scorecard

/// Budgets, savings, reserves, grant and capital.
struct ReportFinanceSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
