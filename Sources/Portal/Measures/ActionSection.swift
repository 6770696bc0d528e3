import Mustache
import Scorecard

// How what is done is shown, wherever it is listed.

extension Action {
    /// The values of a row of `partials/actions`.
    func values(on today: Day) -> TemplateValue {
        [
            "what": .text(what),
            "owner": .text(ownerRole),
            "due": .text(due?.label ?? "No date set"),
            "state": .text(state.words),
            "stateClass": .text(state.look),
            "isOverdue": .flag(isOverdue(on: today)),
            "progress": progress.template,
            "updated": .text(updated.label),
        ]
    }
}

extension ActionState {
    /// The class of the tag.
    fileprivate var look: String {
        switch self {
        case .notStarted: "plain"
        case .underWay: "draft"
        case .done: "done"
        case .stopped: "dashed"
        }
    }
}
