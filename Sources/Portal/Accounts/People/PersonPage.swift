import Mustache

/// A person: who they are, what they may do, and how they sign in.
struct PersonPage: Page {
    /// What has just been done, as the address says it.
    enum Done: String {
        case changed
        case roles
        case disabled
        case enabled
        case sessions

        /// The page that says so.
        func address(_ userName: String) -> String {
            AddressQuery(path: AccountLinks.person(userName), [("done", rawValue)]).text
        }

        fileprivate func words(_ name: String) -> String {
            switch self {
            case .changed: "The details of \(name) are saved."
            case .roles:
                "The roles of \(name) are saved. If they were signed in, they have to sign in again."
            case .disabled: "\(name) is disabled and signed out."
            case .enabled: "\(name) can sign in again."
            case .sessions: "\(name) is signed out everywhere."
            }
        }
    }

    static let template = "people/show"
    let section: Section? = nil
    var address: String? { AccountLinks.person(person.userName) }
    var summary: String { "\(person.name): what they may do, and how they sign in." }
    let person: Person
    let choices: [ScopeChoice]
    let sessions: [OpenSession]
    let moment: Int
    let isOneself: Bool
    /// Whether the reader may follow links into the audit trail.
    let readsTrail: Bool
    let done: Done?

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, AccountLinks.adminLink, AccountLinks.peopleLink].template,
            "done": (done?.words(person.name)).template,
            "name": .text(person.name),
            "isDisabled": .flag(!person.isActive),
            "isOneself": .flag(isOneself),
            "accountHref": .text(AccountLinks.account),
            "details": .list(details),
            "roles": .list(roles),
            "hasRoles": .flag(!person.grants.isEmpty),
            "signingIn": .list(signingIn),
            "sessions": .list(sessions.map(row)),
            "hasSessions": .flag(!sessions.isEmpty),
            "editHref": link("edit"),
            "rolesHref": link("roles"),
            "resetHref": link("reset"),
            "stateHref": link("state"),
            "sessionsHref": link("sessions"),
            "trail": readsTrail ? trail : .absent,
        ]
    }

    private func link(_ part: String) -> TemplateValue {
        .text(AccountLinks.person(person.userName, part))
    }

    private var details: [TemplateValue] {
        [
            ("User name", person.userName), ("Email address", person.details.email),
            ("Service", person.details.service ?? "None"),
            ("Added", MomentWords.day(person.addedAt)),
        ].map(Self.fact)
    }

    private var roles: [TemplateValue] {
        Role.allCases.compactMap { role in
            person.grants.words(of: role, choices).map { words in
                [
                    "title": .text(role.title), "purpose": .text(role.purpose),
                    "scope": role.isScoped ? .text(words) : .absent,
                ]
            }
        }
    }

    private var signingIn: [TemplateValue] {
        var facts = [
            ("Last signed in", person.signedInAt.map(MomentWords.dayAndTime) ?? "Never"),
            ("Password", passwordWords),
            ("Second factor", person.hasSecondFactor ? "Yes" : "No"),
        ]
        if let expiry = person.linkExpiresAt, person.hasLink(at: moment) {
            facts.append(
                ("One-time link", "Not used yet. Good until \(MomentWords.dayAndTime(expiry))"))
        }
        return facts.map(Self.fact)
    }

    private var passwordWords: String {
        guard person.hasPassword else { return "Not chosen yet" }
        let since = person.passwordSetAt.map { "Set on \(MomentWords.day($0))" } ?? "Set"
        return person.mustChangePassword ? since + ". To be changed at the next sign-in" : since
    }

    private static func fact(_ term: String, _ words: String) -> TemplateValue {
        ["term": .text(term), "words": .text(words)]
    }

    private var trail: TemplateValue {
        [
            "aboutHref": .text(TrailLinks.entries(.person, person.userName)),
            "byHref": .text(TrailLinks.entries(by: person.userName)),
        ]
    }

    private func row(_ session: OpenSession) -> TemplateValue {
        [
            "began": .text(MomentWords.dayAndTime(session.beganAt)),
            "address": .text(session.address),
            "browser": .text(BrowserWords.words(session.agent)),
        ]
    }
}
