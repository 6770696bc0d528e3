import Mustache

/// Asks before something is done with a person's account.
struct PersonActPage: Page {
    enum Act {
        case disable
        case enable
        case reset
        case endSessions

        fileprivate var part: String {
            switch self {
            case .disable, .enable: "state"
            case .reset: "reset"
            case .endSessions: "sessions"
            }
        }

        /// Whether it says why.
        fileprivate var hasReason: Bool { self != .endSessions }
    }

    static let template = "people/act"
    let section: Section? = nil
    var address: String? { AccountLinks.person(person.userName, act.part) }
    var summary: String { heading }
    let act: Act
    let person: Person
    let form: PersonActForm
    let faults: FieldFaults
    let isOneself: Bool

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": person.crumbs,
            "heading": .text(heading),
            "paragraphs": .list(paragraphs.map { .text($0) }),
            "action": .text(address ?? ""),
            "isBarred": .flag(isOneself || isVain),
            "barredWords": .text(barredWords),
            "accountHref": isOneself ? .text(AccountLinks.account) : .absent,
            "state": act == .disable ? "disabled" : act == .enable ? "active" : .absent,
            "offersSecondFactor": .flag(act == .reset && person.hasSecondFactor),
            "removesSecondFactor": .flag(form.removesSecondFactor),
            "reason": act.hasReason
                ? FieldSection.reason(form.reason, faults, hint: reasonHint).values : .absent,
            "button": .text(button),
            "cancelHref": .text(AccountLinks.person(person.userName)),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// Whether there is nothing that could be done.
    private var isVain: Bool { act == .reset && !person.isActive }

    private var barredWords: String {
        isOneself
            ? "You cannot do this to your own account. Another administrator can."
            : "\(person.name) is disabled. Let them sign in again first."
    }

    private var heading: String {
        switch act {
        case .disable: "Disable \(person.name)?"
        case .enable: "Let \(person.name) sign in again?"
        case .reset: "Make a one-time link for \(person.name)?"
        case .endSessions: "Sign \(person.name) out everywhere?"
        }
    }

    private var paragraphs: [String] {
        switch act {
        case .disable:
            [
                "They are signed out at once and cannot sign in until somebody enables them again.",
                "Their roles are kept, and so is all that the audit trail says of them. "
                    + "A one-time link that they have not used stops working.",
            ]
        case .enable:
            ["They can sign in with the password and the roles that they had before."]
        case .reset:
            person.hasPassword
                ? [
                    "They choose a new password with it. The link is good for 24 hours and works "
                        + "once. Earlier links stop working now.",
                    "We show it to you on the next page, and you pass it on. Until they use it, "
                        + "their old password goes on working. When they do, they are signed out "
                        + "everywhere.",
                ]
                : [
                    "They choose their first password with it. The link is good for 7 days and "
                        + "works once. Earlier links stop working now.",
                    "We show it to you on the next page, and you pass it on.",
                ]
        case .endSessions:
            [
                "They have to sign in again in every browser. What they have typed into a form and "
                    + "not yet sent is kept until they do."
            ]
        }
    }

    private var reasonHint: String {
        switch act {
        case .disable: "The audit trail keeps it. For example: “Left the council on 30 June”."
        case .enable: "The audit trail keeps it. For example: “Back from leave”."
        case .reset, .endSessions:
            "Say how you know that it is them who asks, such as a call to a number you know. "
                + "The audit trail keeps it."
        }
    }

    private var button: String {
        switch act {
        case .disable: "Disable \(person.name)"
        case .enable: "Let \(person.name) sign in again"
        case .reset: "Make a one-time link"
        case .endSessions: "Sign \(person.name) out"
        }
    }
}
