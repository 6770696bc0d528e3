import Mustache

/// Where somebody who has signed in chooses another password.
struct PasswordPage: Page {
    static let template = "accounts/password"
    let section: Section? = nil
    let address: String? = AccountLinks.password
    let summary = "Choose another password for your account."
    let account: Account
    let hasPassword: Bool
    /// Whether nothing else can be done before.
    let isDue: Bool
    var faults: [FieldFault] = []

    var values: TemplateRecord {
        let way =
            [Links.home] + (isDue ? [] : [Link(href: AccountLinks.account, label: "Your account")])
        var values: TemplateRecord = [
            "crumbs": way.template,
            "userName": .text(account.userName),
            "hasPassword": .flag(hasPassword),
            "isDue": .flag(isDue),
            "hint": .text(PasswordRules.hint),
        ]
        values.append(contentsOf: faults.values(["current", "new"]))
        return values
    }
}
