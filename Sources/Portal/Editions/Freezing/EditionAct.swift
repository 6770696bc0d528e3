/// What can be done with a version of a report, besides writing it.
enum EditionAct: String, CaseIterable {
    /// Asks another lead to approve it.
    case submit
    /// Takes it back from approval, to go on writing.
    case takeBack = "take-back"
    case sendBack = "send-back"
    /// Approves it, freezes it and publishes it, which is one act.
    case approve
    /// Begins another version, which puts it right.
    case correct
    case withdraw

    /// The state that the act leads to: of the version itself, or of the new one that `correct`
    /// begins.
    ///
    /// The one table that decides it.
    ///
    /// - Returns: `nil` where the act cannot be done with a version in that state.
    func result(in state: EditionState) -> EditionState? {
        switch (self, state) {
        case (.submit, .draft): .forApproval
        case (.takeBack, .forApproval), (.sendBack, .forApproval): .draft
        case (.approve, .forApproval): .frozen
        case (.correct, .frozen), (.correct, .withdrawn): .draft
        case (.withdraw, .frozen): .withdrawn
        case (.submit, _), (.takeBack, _), (.sendBack, _), (.approve, _), (.correct, _),
            (.withdraw, _):
            nil
        }
    }
}
