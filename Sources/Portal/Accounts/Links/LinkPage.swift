import Mustache

/// What a one-time link opens: a form for a password, and for the first administrator's name.
struct LinkPage: Page {
    static let template = "people/password"
    let section: Section? = nil
    /// The address is a secret and stands in no page.
    let address: String? = nil
    let summary = "Choose a password."
    let link: OneTimeLink
    let form: LinkForm
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        var fields = isSetUp ? form.typed.fields(faults, isOneself: true) : []
        fields.append(
            FieldSection(
                name: "password", label: "Password",
                hint: PasswordRules.hint,
                kind: .password, fault: faults["password"], autocomplete: "new-password"))
        var values: TemplateRecord = [
            "crumbs": [Links.home].template,
            "title": .text(isSetUp ? "Set up the first administrator" : "Choose a password"),
            "isSetUp": .flag(isSetUp),
            "userName": (link.person?.userName).template,
            "until": .text(MomentWords.dayAndTime(link.expiresAt)),
            "fields": .list(fields.map(\.values)),
            "button": .text(isSetUp ? "Set up and go to sign in" : "Save and go to sign in"),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private var isSetUp: Bool { link.purpose == .setUp }
}

/// Tells that a one-time link opens nothing, and nothing of whose it was.
struct LinkClosedPage: Page {
    static let template = "people/closed"
    let section: Section? = nil
    let address: String? = nil
    let summary = "This link does not work."

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "signIn": .text(AccountLinks.signIn),
            "helpHref": .text(AccountLinks.cannotSignIn),
        ]
    }
}
