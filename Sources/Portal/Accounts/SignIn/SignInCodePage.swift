import Mustache

/// Asks for the code after the password.
struct SignInCodePage: Page {
    static let template = "accounts/code"
    let section: Section? = nil
    let summary = "The second step of signing in: a code that only you have."
    let step: SecondStep
    let next: String
    var faults: [FieldFault] = []

    var address: String? { step.address }

    var values: TemplateRecord {
        let other: SecondStep = step == .code ? .recoveryCode : .code
        var values: TemplateRecord = [
            "crumbs": [Links.home, Link(href: AccountLinks.signIn, label: "Sign in")].template,
            "action": .text(step.address),
            "next": .text(next),
            "asksForApp": .flag(step == .code),
            "otherHref": .text(
                AddressQuery(path: other.address, [("next", next == "/" ? "" : next)]).text),
        ]
        values.append(contentsOf: faults.values(["code"]))
        return values
    }
}
