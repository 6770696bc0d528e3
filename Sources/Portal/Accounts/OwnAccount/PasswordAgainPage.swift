import Mustache

/// Asks for the password again before something that weakens how somebody signs in.
struct PasswordAgainPage: Page {
    /// What it is asked for.
    enum Purpose {
        case newCodes
        case removal
    }

    static let template = "accounts/password-again"
    let section: Section? = nil
    let purpose: Purpose
    var faults: [FieldFault] = []

    var address: String? {
        switch purpose {
        case .newCodes: AccountLinks.recoveryCodes
        case .removal: AccountLinks.removal
        }
    }

    var summary: String { title + ". You are asked for your password again." }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": AccountLinks.secondFactorCrumbs.template,
            "title": .text(title),
            "words": .text(words),
            "button": .text(button),
            "action": address.template,
        ]
        values.append(contentsOf: faults.values(["password"]))
        return values
    }

    private var title: String {
        switch purpose {
        case .newCodes: "Make new recovery codes"
        case .removal: "Remove your authenticator app"
        }
    }

    private var words: String {
        switch purpose {
        case .newCodes: "The codes that you have now stop working. You get 10 new ones."
        case .removal:
            "Then your password alone is enough to sign in. Your recovery codes stop working."
        }
    }

    private var button: String {
        switch purpose {
        case .newCodes: "Make new codes"
        case .removal: "Remove the app"
        }
    }
}
