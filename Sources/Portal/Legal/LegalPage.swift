import Mustache

/// The accessibility statement, in the form that the law asks of public bodies.
struct AccessibilityPage: Page {
    static let template = "legal/accessibility"
    let section: Section? = nil
    let address: String? = "/accessibility"
    let summary =
        "How far this website can be used by everyone, what is known to be wrong with "
        + "it, and what you can do about it."

    var values: TemplateRecord { ["crumbs": [Links.home].template] }
}

struct CookiesPage: Page {
    static let template = "legal/cookies"
    let section: Section? = nil
    let address: String? = "/cookies"
    let summary =
        "This website sets cookies only for those who sign in, and only those that it needs."
    let limits: SessionLimits

    var values: TemplateRecord {
        ["crumbs": [Links.home].template, "ending": .text(limits.words)]
    }
}

struct PrivacyPage: Page {
    static let template = "legal/privacy"
    let section: Section? = nil
    let address: String? = "/privacy"
    let summary =
        "What this website keeps about those who read it, and how it protects the "
        + "children whom its figures count."
    let limits: SessionLimits
    /// Whether published pages are open to those who have not signed in.
    let isPublic: Bool

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template, "ending": .text(limits.words),
            "isPublic": .flag(isPublic),
        ]
    }
}

struct ContactPage: Page {
    static let template = "legal/contact"
    let section: Section? = nil
    let address: String? = "/contact"
    let summary = "Whom to ask about these figures and this website."

    var values: TemplateRecord { ["crumbs": [Links.home].template] }
}

extension SessionLimits {
    /// When people are signed out, to go on with a sentence.
    var words: String {
        "after \((idle / 60).counted("minute")) in which you do nothing, and after "
            + "\((whole / 3_600).counted("hour")) whatever you do"
    }
}
