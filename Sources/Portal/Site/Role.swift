/// What somebody is to the portal; a person can be several.
enum Role: String, CaseIterable, Sendable {
    /// Reads members' pages.
    case reader
    /// Enters the figures of their own measures or service.
    case officer
    /// The performance lead: rounds, approval, publication and targets.
    case approver
    /// Looks after people, catalogue and settings.
    case administrator
    /// Reads the audit trail.
    case auditor

    /// What each role may do: the one table that decides it.
    var permissions: Set<Permission> {
        let everyone: Set<Permission> = [.settleAccount, .useAccount]
        return switch self {
        case .reader: everyone
        case .officer: everyone.union([.readWithheld, .enterFigures, .answerCommittees])
        case .approver:
            everyone.union([
                .readWithheld, .approveFigures, .setTargets, .writeReports, .answerCommittees,
            ])
        case .administrator:
            everyone.union([.managePeople, .editCatalogue, .changeSettings])
        case .auditor: everyone.union([.readTrail])
        }
    }

    /// Whether it needs a second factor where the settings ask for one.
    var isPowerful: Bool { self == .approver || self == .administrator }
}

/// Whose measures a role is for.
enum Scope: Hashable, Sendable {
    case everything
    /// A strategy's, by its slug.
    case strategy(String)
    /// A service's.
    case service(String)
    /// One, by its code.
    case measure(String)

    /// Whether it has this measure in it.
    func contains(_ place: MeasureOwnership) -> Bool {
        switch self {
        case .everything: true
        case .strategy(let slug): place.strategies.contains(slug)
        case .service(let name): place.service == name
        case .measure(let code): place.measure == code
        }
    }
}

/// Where a measure stands: by this a scope is held against it.
struct MeasureOwnership: Equatable, Sendable {
    /// Its code.
    let measure: String
    /// The service that answers for it, if that is known.
    let service: String?
    /// The slugs of the strategies that name it.
    let strategies: Set<String>
}

/// A role somebody has, and whose measures it is for.
struct Grant: Hashable, Sendable {
    let role: Role
    let scope: Scope
}

extension Role {
    /// With its article, as in a sentence.
    var words: String {
        switch self {
        case .reader: "a reader"
        case .officer: "an officer"
        case .approver: "an approver"
        case .administrator: "an administrator"
        case .auditor: "an auditor"
        }
    }
}
