/// What is written into the audit trail.
struct TrailEntry: Equatable, Sendable {
    /// Who acted.
    struct Actor: Hashable, Sendable {
        let person: Int64?
        /// As known then: a user name, or what a stranger said theirs was.
        let name: String

        /// Somebody at the machine itself.
        static func commandLine(_ user: String) -> Actor {
            Actor(person: nil, name: "command line (\(user))")
        }

        /// The portal, on its own account.
        static let portal = Actor(person: nil, name: "portal")
        /// Somebody of whom nothing is known.
        static let stranger = Actor(person: nil, name: "")
    }

    /// What it was done to.
    struct Subject: Hashable, Sendable {
        enum Kind: String, CaseIterable, Sendable {
            case person
            case session
            case link
            case page
            case figure
            case measure
            case catalogue
            case settings
            case round
            case figureReturn = "return"
            case upload
            case report
            case comment
            case database
        }

        let kind: Kind
        /// The name by which it is found again, such as `SEND-07/2025-26-Q1`.
        let name: String
    }

    let actor: Actor
    let action: TrailAction
    let subject: Subject
    var before: JSONObject?
    var after: JSONObject?
    var reason: String?
    /// From where: an address, or empty for the machine itself.
    var address = ""
    /// What the log calls the request.
    var request = ""
}

/// What was done, in words that stay.
enum TrailAction: String, CaseIterable, Sendable {
    case signIn = "signed in"
    case signInFailure = "failed to sign in"
    case signInBlocked = "was made to wait at sign-in"
    case signOut = "signed out"
    case sessionsEnded = "ended sessions"
    case refusal = "was refused"
    case passwordChange = "changed a password"
    case secondFactorChange = "changed a second factor"
    case recoveryCodeUse = "used a recovery code"
    case linkMade = "made a one-time link"
    case linkUsed = "used a one-time link"
    case personAdded = "added a person"
    case personChanged = "changed a person"
    case rolesChanged = "changed roles"
    case personDisabled = "disabled a person"
    case personEnabled = "enabled a person"
    case loaded = "loaded the catalogue and figures"
    case figureRevised = "revised a figure"
    case trailExported = "exported the audit trail"
    case roundOpened = "opened a round"
    case roundChanged = "changed a round"
    case roundClosed = "closed a round"
    case roundReopened = "reopened a round"
    case remindersSent = "sent reminders"
    case figuresSaved = "saved figures"
    case figuresSubmitted = "submitted figures"
    case figuresWithdrawn = "took submitted figures back"
    case figuresSentBack = "sent figures back"
    case figuresApproved = "approved figures"
    case figuresPublished = "published figures"
    case revisionBegun = "began to revise a figure"
    case uploadSent = "sent a file of figures"
    case uploadApplied = "took in a file of figures"
    case uploadUndone = "took a file of figures back"
    case uploadDiscarded = "discarded a file of figures"
    case calendarLinkChanged = "changed a calendar address"
    case editionBegun = "began a report"
    case editionSaved = "saved a draft of a report"
    case editionDiscarded = "discarded a draft of a report"
    case editionSubmitted = "sent a report for approval"
    case editionTakenBack = "took a report back from approval"
    case editionSentBack = "sent a report back"
    case editionFrozen = "published a report"
    case editionCorrectionBegun = "began to correct a report"
    case editionWithdrawn = "withdrew a report"
    case commentRecorded = "recorded what a committee said"
    case commentChanged = "changed what a committee said"
    case commentAnswered = "answered a committee"
    case restored = "restored the database"
}
