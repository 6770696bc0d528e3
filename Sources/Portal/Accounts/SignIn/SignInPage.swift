import Mustache

/// Where people say who they are.
struct SignInPage: Page {
    static let template = "accounts/sign-in"
    let section: Section? = nil
    let address: String? = AccountLinks.signIn
    let summary = "Sign in to enter and approve figures, and to look after this website."
    private let form: SignInForm
    private let faults: [FieldFault]
    private let notice: SignInNotice?
    private let idleMinutes: Int
    private let isPublic: Bool
    /// Whether there are passwords here at all.
    private let hasPasswords: Bool

    init(
        _ form: SignInForm, _ settings: Settings, _ faults: [FieldFault] = [],
        notice: SignInNotice? = nil
    ) {
        self.form = form
        self.faults = faults
        self.notice = notice
        idleMinutes = settings.sessionLimits.idle / 60
        isPublic = settings.isPublic
        hasPasswords = !settings.signOn.isOnly
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "title": .text(faults.isEmpty ? "Sign in" : "Error: Sign in"),
            "crumbs": [Links.home].template,
            "notice": (notice?.words).template,
            "hasPasswords": .flag(hasPasswords),
            "isPublic": .flag(isPublic),
            "name": .text(form.shownName),
            "nameFault": words(at: SignInForm.nameField).template,
            "passwordFault": words(at: SignInForm.passwordField).template,
            "next": form.next == "/" ? .absent : .text(form.next),
            "idle": .text(idleMinutes.counted("minute")),
        ]
        values.append(contentsOf: FieldFaults(all: faults).values)
        return values
    }

    private func words(at field: String) -> String? {
        faults.first { $0.field == field }?.words
    }
}

/// What has just been done by somebody who may now sign in.
enum SignInNotice: String {
    case signedOut = "signed-out"
    case password

    var words: String {
        switch self {
        case .signedOut: "You have signed out."
        case .password: "Your password is set. Sign in with it."
        }
    }
}

extension FieldFault {
    static let wrong = FieldFault(
        field: SignInForm.nameField,
        words: "User name, email address or password is not correct")

    /// That nobody may try for so many seconds.
    static func blocked(_ seconds: Int) -> FieldFault {
        FieldFault(field: SignInForm.nameField, words: Wording.wait(seconds))
    }
}

/// What to do for who cannot sign in.
struct SignInHelpPage: Page {
    static let template = "accounts/sign-in-help"
    let section: Section? = nil
    let address: String? = AccountLinks.cannotSignIn
    let summary = "What to do if you cannot sign in: whom to ask, and what they can do."

    private let isPublic: Bool
    private let hasPasswords: Bool
    private let idleMinutes: Int

    init(_ settings: Settings) {
        isPublic = settings.isPublic
        hasPasswords = !settings.signOn.isOnly
        idleMinutes = settings.sessionLimits.idle / 60
    }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Link(href: AccountLinks.signIn, label: "Sign in")].template,
            "isPublic": .flag(isPublic),
            "hasPasswords": .flag(hasPasswords),
            "idle": .text(idleMinutes.counted("minute")),
        ]
    }
}
