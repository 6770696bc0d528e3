import Mustache

/// What is told to somebody who is signed on where they work, and not known here.
struct SignOnUnknownPage: Page {
    static let template = "accounts/not-known"
    let section: Section? = nil
    let address: String? = nil
    /// As whom they are signed on.
    let name: String
    /// Where they can sign out of that, if it is known.
    let out: String?

    let summary = "You are signed on, and do not have an account on this website."

    var values: TemplateRecord {
        ["name": .text(name), "out": out.template, "crumbs": [Links.home].template]
    }
}

/// That somebody has signed out, and where to sign out of single sign-on itself.
struct SignedOutPage: Page {
    static let template = "accounts/signed-out"
    let section: Section? = nil
    let address: String? = AccountLinks.stillSignedOn
    let out: String?

    let summary = "You have signed out of this website."

    var values: TemplateRecord {
        ["out": out.template, "crumbs": [Links.home].template]
    }
}
