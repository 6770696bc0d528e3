import Mustache

/// Where somebody is signed in.
struct SessionListPage: Page {
    static let template = "accounts/sessions"
    let section: Section? = nil
    let address: String? = AccountLinks.sessions
    let summary = "Where you are signed in, and signing out there."
    let sessions: [OwnSession]
    /// When each was last used, in their order.
    let seen: [Int]
    /// The session of this page.
    let current: Int64
    let notice: AccountNotice?

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Link(href: AccountLinks.account, label: "Your account")]
                .template,
            "notice": (notice?.words).template,
            "caption": .text(sessions.count.counted("session")),
            "hasOthers": .flag(sessions.contains { $0.id != current }),
            "sessions": .list(zip(sessions, seen).map(row)),
        ]
    }

    private func row(_ session: OwnSession, _ seen: Int) -> TemplateValue {
        [
            "browser": .text(BrowserWords.words(session.agent)),
            "isCurrent": .flag(session.id == current),
            "isSingleSignOn": .flag(session.method == .singleSignOn),
            "address": .text(session.address),
            "began": .text(MomentWords.dayAndTime(session.beganAt)),
            "seen": .text(MomentWords.dayAndTime(seen)),
            "action": .text("\(AccountLinks.sessions)/\(session.id)"),
        ]
    }
}
