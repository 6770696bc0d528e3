/// Why something about a report is not done.
enum ReportFault: Error, Equatable, CustomStringConvertible {
    /// A version in this state is none that the act can be done with.
    case state(EditionAct, EditionState)
    /// Nobody approves what they sent for approval themselves.
    case ownReport
    /// Whose role is for some measures alone does not publish what tells of others.
    case beyondScope
    case noBoard
    /// The board that was chosen is not in the catalogue.
    case unknownBoard(String)
    /// Something is missing or wrong without which it cannot be sent.
    case incomplete
    /// A file of the catalogue has a report with this address.
    case addressTaken(String)
    /// It was sent again since the page was drawn.
    case changedMeanwhile
    /// What was drawn does not say its fingerprint, once, where it should.
    case noFingerprint
    case noSuchReport(String, known: [String])
    case noSuchVersion(String, known: [String])
    case notFrozen(String)
    case noSuchPerson(String)
    case notActive(String)
    case noApprover(String)

    /// What is told, in one sentence without a full stop.
    var description: String {
        switch self {
        case .state(let act, let state):
            "The report cannot be \(act.words): its state is “\(state.words)”"
        case .ownReport:
            "Who sent the report for approval cannot approve it: someone else must do that"
        case .beyondScope:
            "An approver whose role is for every measure of the report must do that"
        case .noBoard: "Choose the board that receives the report"
        case .unknownBoard(let slug):
            "Choose another board: there is none called “\(slug)” any more"
        case .incomplete: "Put right first what is needed before it can be sent for approval"
        case .addressTaken(let slug):
            "There is another report with the address /reports/\(slug), from the catalogue"
        case .changedMeanwhile:
            "The report was taken back and sent again since you opened this page"
        case .noFingerprint: "The report’s template does not have one place for the fingerprint"
        case .noSuchReport(let slug, let known):
            "There is no report called “\(slug)”. " + Self.words(known)
        case .noSuchVersion(let text, let known):
            "There is no published version “\(text)”. " + Self.words(known)
        case .notFrozen(let slug): "No version of “\(slug)” is published yet"
        case .noSuchPerson(let name): "There is nobody with the user name “\(name)”"
        case .notActive(let name): "\(name) is disabled"
        case .noApprover(let name): "\(name) does not have the role of an approver"
        }
    }

    private static func words(_ known: [String]) -> String {
        known.isEmpty ? "There is none yet" : "There are: \(known.joined(separator: ", "))"
    }
}

extension EditionAct {
    /// What is done by it, as in “cannot be withdrawn”.
    fileprivate var words: String {
        switch self {
        case .submit: "sent for approval"
        case .takeBack: "taken back"
        case .sendBack: "sent back"
        case .approve: "approved"
        case .correct: "corrected"
        case .withdraw: "withdrawn"
        }
    }
}
