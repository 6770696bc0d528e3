/// That somebody has signed in.
struct Session: Equatable, Sendable {
    /// How somebody has shown who they are.
    enum Method: String, Sendable {
        case password
        case singleSignOn = "single-sign-on"
    }

    /// Why a session is over before its time.
    enum End: String, Sendable {
        case signedOut = "signed-out"
        case signedOutElsewhere = "signed-out-elsewhere"
        /// Another took its place, with the same person and more or fewer rights.
        case replaced
        case passwordChanged = "password-changed"
        case rolesChanged = "roles-changed"
        case disabled
        case signedOnAsAnother = "signed-on-as-another"
    }

    let id: Int64
    let account: Account
    let method: Method
    /// Whether the second factor was given, or none is asked for.
    let isComplete: Bool
    let beganAt: Int
    /// When something was last asked in it, as far as that has been written down.
    let seenAt: Int
    let end: End?
    let isDisabled: Bool
    let mustChangePassword: Bool
    let hasSecondFactor: Bool
    /// The person's address, by which single sign-on may name them.
    var email = ""
    /// What must be done before anything else.
    var obligation: Obligation?

    /// What must be done before anything else.
    enum Obligation: Equatable, Sendable {
        case changePassword
        case addSecondFactor

        var address: String {
            switch self {
            case .changePassword: AccountLinks.password
            case .addSecondFactor: AccountLinks.secondFactor
            }
        }
    }
}

/// How long a session lasts.
struct SessionLimits: Equatable, Sendable {
    /// Seconds without a request.
    var idle = 3_600
    /// Seconds in all.
    var whole = 43_200
    /// Seconds by which clocks of one machine are set back now and then; more is a fault.
    static let slack = 300

    /// Whether a session lives at `now`, having last been seen at `seen`.
    ///
    /// A session from the future is of a clock that was set back. It goes on, or everybody would
    /// be signed out by that, unless it is from so far ahead that the clock must have been wrong
    /// for long: how old it is nobody knows then.
    func isLive(_ session: Session, seen: Int, at now: Int) -> Bool {
        guard session.end == nil, !session.isDisabled else { return false }
        return lasts(from: session.beganAt, seen: seen, at: now)
    }

    /// Whether a session that nobody has ended, from `began` and last seen at `seen`, goes on.
    func lasts(from began: Int, seen: Int, at now: Int) -> Bool {
        let latest = now + whole
        return began <= latest && seen <= latest && now < seen + idle && now < began + whole
    }
}
