extension Permission {
    /// What it lets somebody do, as a table has it.
    var words: String {
        switch self {
        case .settleAccount: "Sign out, and do what must be done before anything else"
        case .useAccount: "Look after their own account"
        case .readWithheld: "See the true numbers where others see that one is withheld"
        case .enterFigures: "Enter figures and what is said about them"
        case .approveFigures: "Open rounds, approve figures and publish them"
        case .setTargets: "Set targets"
        case .writeReports: "Write reports, publish them and withdraw them"
        case .answerCommittees: "Record what committees say of reports, and answer"
        case .managePeople: "Look after people: add them, give them roles, keep them out"
        case .editCatalogue: "Change strategies, objectives and measures"
        case .changeSettings: "Change how the portal looks and behaves"
        case .readTrail: "Read the audit trail: who did what, when and why"
        }
    }

    /// Whether a role can give it for some measures only.
    var isAboutMeasures: Bool {
        switch self {
        case .readWithheld, .enterFigures, .approveFigures, .setTargets: true
        case .settleAccount, .useAccount, .writeReports, .answerCommittees, .managePeople,
            .editCatalogue, .changeSettings, .readTrail:
            false
        }
    }
}

extension OpenPermission {
    /// Who is let through, as a table has it.
    func words(isPublic: Bool) -> String {
        switch self {
        case .readAlways: "Everybody, signed in or not"
        case .enter: "Everybody: these pages are the way in"
        case .readPublished:
            isPublic ? "Everybody, signed in or not" : "Everybody with a role who has signed in"
        }
    }
}

extension Role {
    /// What it is, in a sentence.
    var purpose: String {
        switch self {
        case .reader: "Reads what members’ pages show."
        case .officer: "Enters the figures of their own measures, and sees their true numbers."
        case .approver:
            "Leads on performance: opens rounds, approves, publishes and sets targets."
        case .administrator: "Looks after people, the catalogue and the settings."
        case .auditor: "Reads the audit trail."
        }
    }
}

extension Scope {
    /// What a role is for, as readers call it; `choices` has the titles.
    func words(_ choices: [ScopeChoice]) -> String {
        switch self {
        case .everything: "everything"
        case .strategy(let slug):
            "strategy " + (choices.first { $0.scope == self }?.title ?? slug)
        case .service(let name): "service \(name)"
        case .measure(let code): "measure \(code)"
        }
    }
}

extension Set<Grant> {
    /// What a role is for, as readers call it; `nil` where the person is not in it.
    func words(of role: Role, _ choices: [ScopeChoice]) -> String? {
        let scopes = inOrder.filter { $0.role == role }.map(\.scope)
        guard !scopes.isEmpty else { return nil }
        if scopes.contains(.everything) {
            return role.isScoped ? "For all measures" : "Yes"
        }
        return "For " + Wording.list(scopes.map { $0.words(choices) }, "and")
    }
}
