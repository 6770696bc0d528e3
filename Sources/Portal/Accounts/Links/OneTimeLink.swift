/// What opens a one-time link.
struct LinkToken: Equatable, Sendable {
    private let token: OpaqueToken

    /// A token that the browser it is shown to can be shown again, and nobody else.
    ///
    /// - Parameters:
    ///   - token: The browser's.
    ///   - key: The key of the form that asks for the link.
    init(_ token: SessionToken, key: String) {
        self.token = OpaqueToken(bytes: token.secret("link/\(key)"))
    }

    /// A token for somebody at the machine itself.
    init(_ random: @Sendable (Int) -> [UInt8]) {
        token = OpaqueToken(random)
    }

    /// Reads the last part of an address; `nil` for what is not a whole token.
    init?(_ text: String) {
        guard let token = OpaqueToken(text) else { return nil }
        self.token = token
    }

    var text: String { token.text }
    var digest: String { token.digest }

    /// Where it leads.
    var path: String { "/link/\(text)" }
}

/// A one-time link as it is kept.
struct OneTimeLink: Equatable, Sendable {
    enum Purpose: String, Sendable {
        /// The first administrator says who they are.
        case setUp = "set-up"
        /// Somebody who was added chooses a password.
        case firstPassword = "first-password"
        /// Somebody who cannot sign in chooses another.
        case reset

        /// Seconds for which it is good.
        var life: Int {
            switch self {
            case .setUp, .reset: 86_400
            case .firstPassword: 604_800
            }
        }

        /// The same in words.
        var lifeWords: String {
            switch self {
            case .setUp, .reset: "24 hours"
            case .firstPassword: "7 days"
            }
        }
    }

    let digest: String
    let purpose: Purpose
    let madeAt: Int
    let expiresAt: Int
    let isUsed: Bool
    /// For whom it is; nobody for the first administrator.
    let person: Person?

    /// Whether it opens anything at `now`; one from the future is of a clock that was wrong.
    func isGood(at now: Int) -> Bool {
        !isUsed && madeAt <= now + SessionLimits.slack && now < expiresAt
            && (person?.isActive ?? true)
    }
}
