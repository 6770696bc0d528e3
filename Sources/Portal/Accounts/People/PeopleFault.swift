/// Why something about people is not done.
enum PeopleFault: Error, Equatable, CustomStringConvertible {
    case noSuchPerson(String)
    /// What was typed is not as it must be, or another has it.
    case fields(FieldFaults)
    /// Nobody would be left to look after people.
    case lastAdministrator(String)
    /// What somebody else must do.
    case oneself
    /// Somebody has changed the person since the form was drawn.
    case changedMeanwhile
    case alreadyDisabled(String)
    case alreadyEnabled(String)
    case roleNotHeld(String, String)
    case noRole(String)
    /// Roles are for things that there are not.
    case unknownScopes([Scope])
    /// A one-time link opens nothing any more.
    case linkIsGone
    case noPassword(String)

    /// What is told at the command line, in one line; pages say the same.
    var description: String {
        switch self {
        case .noSuchPerson(let name): "there is nobody with the user name «\(name)»"
        case .fields(let faults): faults.all.map(\.words).joined(separator: "; ")
        case .lastAdministrator(let name):
            "\(name) is the only administrator who can sign in; make somebody else one first"
        case .oneself: "somebody else has to do this"
        case .changedMeanwhile: "somebody else has changed this person meanwhile"
        case .alreadyDisabled(let name): "\(name) is disabled already"
        case .alreadyEnabled(let name): "\(name) is not disabled"
        case .roleNotHeld(let name, let role): "\(name) does not have the role «\(role)»"
        case .noRole(let text):
            "«\(text)» is no role; there are \(Self.roles), and officer and approver can name "
                + "what they are for, as officer:strategy=send, officer:service=NAME or "
                + "officer:measure=CODE"
        case .unknownScopes(let scopes): scopes.map(\.unknownWords).joined(separator: "; ")
        case .linkIsGone: "this link no longer works"
        case .noPassword(let fault): fault
        }
    }

    private static var roles: String { Wording.list(Role.allCases.map(\.rawValue), "and") }
}

extension Scope {
    /// What is said where there is no such thing.
    var unknownWords: String {
        switch self {
        case .everything: ""
        case .strategy(let slug): "There is no strategy called “\(slug)”"
        case .service(let name): "No measure or person is of a service called “\(name)”"
        case .measure(let code): "There is no measure with the code “\(code)”"
        }
    }
}
