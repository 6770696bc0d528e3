import Mustache
import Scorecard

/// What the last edition promised, what the committee said, and what became of both.
struct ReportLastTimeSection: ReportPart {
    let source: EditionSource

    var values: TemplateRecord { [:] }

    var facts: [ReportFact] { [] }
}
