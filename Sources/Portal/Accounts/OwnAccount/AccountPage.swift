import Mustache

/// One's own account: who one is here, what one may do, and what one can change.
struct AccountPage: Page {
    static let template = "accounts/account"
    let section: Section? = nil
    let address: String? = AccountLinks.account
    let summary = "Who you are here, what you may do, and how you sign in."
    let account: Account
    let own: OwnAccount
    let notice: AccountNotice?

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "notice": (notice?.words).template,
            "facts": .list(
                facts.map { name, words in ["name": .text(name), "words": .text(words)] }),
            "hasRoles": .flag(!own.parts.isEmpty),
            "roles": .list(own.parts.map { .text($0.words) }),
            "hasPassword": .flag(own.hasPassword),
            "passwordSet": own.passwordSetAt.map(MomentWords.dayAndTime).template,
            "hasSecondFactor": .flag(own.secondFactorSince != nil),
            "calendarHref": account.may(.enterFigures) || account.may(.approveFigures)
                ? .text(ReturnLinks.calendar) : .absent,
            "codesLeft": .text(own.codesLeft.counted("recovery code")),
        ]
    }

    private var facts: [(name: String, words: String)] {
        [
            ("Name", account.name), ("User name", account.userName), ("Email address", own.email),
            ("Service", account.service ?? "None"),
            ("Last signed in", own.signedInAt.map(MomentWords.dayAndTime) ?? "Not known"),
        ]
    }
}

extension OwnAccount.Part {
    /// `Officer for the service “SEND”`.
    fileprivate var words: String {
        let name = role.rawValue.capitalisedFirst
        return scope.map { "\(name) for \($0)" } ?? name
    }
}
