/// What was just done, as the address of the next page says it: one of a few words.
enum AccountNotice: String {
    case password
    case recoveryCode = "recovery-code"
    case removal
    case session
    case sessions

    /// What the reader is told of it.
    var words: String {
        switch self {
        case .password:
            "Your password has been changed. You have been signed out everywhere else."
        case .recoveryCode: "You signed in with a recovery code, which cannot be used again."
        case .removal: "Your authenticator app has been removed."
        case .session: "The session has been ended."
        case .sessions: "You have been signed out everywhere else."
        }
    }

    /// A page that tells of it.
    func address(_ path: String, next: String = "") -> String {
        AddressQuery(path: path, [("done", rawValue), ("next", next == "/" ? "" : next)]).text
    }
}
