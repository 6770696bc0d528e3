import Mustache

/// Whether somebody has an authenticator app, and what they can do about it.
struct SecondFactorPage: Page {
    static let template = "accounts/second-factor"
    let section: Section? = nil
    let address: String? = AccountLinks.secondFactor
    let summary = "The code that you give beside your password when you sign in."
    let own: OwnAccount
    /// Whether a role asks for it.
    let isNeeded: Bool
    /// Whether nothing else can be done before.
    let isDue: Bool
    let notice: AccountNotice?
    /// Where the reader was going.
    let next: String

    /// So few recovery codes that it is time for new ones.
    private static let few = 3

    var values: TemplateRecord {
        [
            "crumbs": way.template,
            "notice": (notice?.words).template,
            "goesOn": notice == .recoveryCode ? .text(next) : .absent,
            "hasPassword": .flag(own.hasPassword),
            "isDue": .flag(isDue),
            "isNeeded": .flag(isNeeded),
            "since": own.secondFactorSince.map(MomentWords.dayAndTime).template,
            "codesLeft": .text(
                own.codesLeft == 1
                    ? "1 recovery code is left" : "\(own.codesLeft) recovery codes are left"),
            "hasFewCodes": .flag(own.codesLeft <= Self.few),
        ]
    }

    private var way: [Link] {
        [Links.home] + (isDue ? [] : [Link(href: AccountLinks.account, label: "Your account")])
    }
}
