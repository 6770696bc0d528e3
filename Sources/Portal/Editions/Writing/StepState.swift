/// How far a step of writing a report is.
enum StepState: Equatable {
    case notStarted
    case started
    case ready
    /// Its section is left out of the report.
    case leftOut
    /// There is nothing to carry forward.
    case notNeeded

    init(_ step: EditionStep, _ source: EditionSource, _ checklist: EditionChecklist) {
        let isMissing = checklist.items.contains { $0.step == step }
        let isWritten = source.content.typed.fields.keys.contains {
            EditionField(name: $0).step == step
        }
        if let section = step.section, !source.template.sections.contains(section), !isWritten {
            self = .leftOut
        } else if step == .lastTime, source.past.previous == nil, !isWritten {
            self = .notNeeded
        } else {
            self = isWritten ? isMissing ? .started : .ready : .notStarted
        }
    }

    var words: String {
        switch self {
        case .notStarted: "Not started"
        case .started: "Started"
        case .ready: "Ready"
        case .leftOut: "Left out"
        case .notNeeded: "Not needed"
        }
    }

    var look: String {
        switch self {
        case .notStarted: "todo"
        case .started: "draft"
        case .ready: "done"
        case .leftOut, .notNeeded: "plain"
        }
    }
}

extension EditionStep {
    /// The section without which the step is not needed.
    fileprivate var section: ReportSection? {
        switch self {
        case .about, .measures, .words: nil
        case .delivery: .delivery
        case .finance: .finance
        case .actions: .actions
        case .lastTime: .lastTime
        }
    }
}
