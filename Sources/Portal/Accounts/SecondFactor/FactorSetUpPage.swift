import Charts
import Mustache

/// How to tell an authenticator app the key, and where to show that it has it.
struct FactorSetUpPage: Page {
    static let template = "accounts/set-up"
    let section: Section? = nil
    let address: String? = AccountLinks.setUp
    let summary = "Add this portal to an app on your phone that makes codes for signing in."
    /// The name of the key.
    let name: String
    /// The key as it is typed.
    let keyText: String
    /// What apps open, and what the picture says.
    let href: String
    /// Whether another app has been set up, whose codes then end.
    let replaces: Bool
    let asksForPassword: Bool
    var faults: [FieldFault] = []

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": AccountLinks.secondFactorCrumbs.template,
            "key": .text(name),
            "keyText": .text(keyText),
            "href": .text(href),
            "qr": QRCode(
                href, id: "factor", title: "Code for your authenticator app",
                alternative: "Scan it with the app, or type the key into it."
            ).map { .drawing($0) } ?? .absent,
            "replaces": .flag(replaces),
            "asksForPassword": .flag(asksForPassword),
        ]
        values.append(contentsOf: faults.values(["code", "password"]))
        return values
    }
}
