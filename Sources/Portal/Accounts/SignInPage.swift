import Mustache

/// Where people say who they are.
struct SignInPage: Page {
    static let template = "accounts/sign-in"
    let section: Section? = nil
    let address: String? = AccountLinks.signIn
    let summary = "Sign in to enter and approve figures, and to look after this website."
    private let form: SignInForm
    private let faults: [FieldFault]
    private let hasLeft: Bool
    private let idleMinutes: Int
    private let isPublic: Bool

    init(
        _ form: SignInForm, _ settings: Settings, _ faults: [FieldFault] = [],
        hasLeft: Bool = false
    ) {
        self.form = form
        self.faults = faults
        self.hasLeft = hasLeft
        idleMinutes = settings.sessionLimits.idle / 60
        isPublic = settings.isPublic
    }

    var values: TemplateRecord {
        [
            "title": .text(faults.isEmpty ? "Sign in" : "Error: Sign in"),
            "crumbs": [Links.home].template,
            "hasLeft": .flag(hasLeft),
            "isPublic": .flag(isPublic),
            "hasFaults": .flag(!faults.isEmpty),
            "faults": .list(
                faults.map { ["field": .text($0.field), "words": .text($0.words)] }),
            "name": .text(form.shownName),
            "nameFault": words(at: SignInForm.nameField).template,
            "passwordFault": words(at: SignInForm.passwordField).template,
            "next": form.next == "/" ? .absent : .text(form.next),
            "idle": .text(idleMinutes.counted("minute")),
        ]
    }

    private func words(at field: String) -> String? {
        faults.first { $0.field == field }?.words
    }
}

extension FieldFault {
    static let wrong = FieldFault(
        field: SignInForm.nameField,
        words: "User name, email address or password is not correct")

    /// That nobody may try for so many seconds.
    static func blocked(_ seconds: Int) -> FieldFault {
        let wait =
            seconds < 60 ? seconds.counted("second") : ((seconds + 59) / 60).counted("minute")
        return FieldFault(
            field: SignInForm.nameField, words: "Too many attempts. Try again in \(wait)")
    }
}

/// What to do for who cannot sign in.
struct SignInHelpPage: Page {
    static let template = "accounts/sign-in-help"
    let section: Section? = nil
    let address: String? = AccountLinks.cannotSignIn
    let summary = "What to do if you cannot sign in: whom to ask, and what they can do."

    let isPublic: Bool

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Link(href: AccountLinks.signIn, label: "Sign in")].template,
            "isPublic": .flag(isPublic),
        ]
    }
}
