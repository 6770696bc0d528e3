/// What a route asks of somebody who has signed in.
///
/// Every route names a permission, this or an open one, so that a page is never open by
/// oversight: one that names none does not compile.
enum Permission: String, CaseIterable, Sendable {
    /// Signing out, and what must be done before anything else: a new password, a second factor.
    case settleAccount
    /// One's own account.
    case useAccount
    /// The true numbers where readers see only that one is withheld.
    case readWithheld
    /// A return's figures and commentary.
    case enterFigures
    /// Rounds, approval and publication.
    case approveFigures
    /// What measures are held against.
    case setTargets
    /// Reports: writing them, freezing them and withdrawing them.
    case writeReports
    /// What committees said of reports, and what is answered.
    case answerCommittees
    /// Who may do what.
    case managePeople
    /// Strategies, objectives and measures.
    case editCatalogue
    /// How the portal looks and behaves.
    case changeSettings
    /// Who did what.
    case readTrail
}

/// What a route asks where somebody who has not signed in may be let through.
enum OpenPermission: String, CaseIterable, Sendable {
    /// What everybody must be able to read, and what looks after the portal asks: always open.
    case readAlways
    /// The way in: always open, and drawn for one browser.
    case enter
    /// Published pages: open to everybody, or where the settings say so to those who signed in.
    case readPublished
}

/// What a route asks.
enum Demand: Hashable, Sendable {
    case open(OpenPermission)
    case member(Permission)

    /// Whether its page is the same for all strangers, whatever they send with their request: then
    /// it depends on the address, the database, the day and the portal's own files alone, and is
    /// kept for who asks next.
    ///
    /// Handlers of published pages read nothing else of a visit: not the moment, not the client,
    /// nothing random. What is always open is not so, since some of it tells how the portal is.
    var isSameForStrangers: Bool {
        switch self {
        case .open(.readPublished): true
        case .open(.readAlways), .open(.enter), .member: false
        }
    }
}
