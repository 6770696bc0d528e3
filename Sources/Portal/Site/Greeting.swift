import Mustache

/// What the frame of a page says to the one who asks for it, and what its forms carry.
struct Greeting {
    let account: Account?
    /// The address asked for, to which signing in leads back; `nil` where there is none.
    let target: String?
    let formToken: String?
    let submissionKey: String?
    /// Whether the page may have a script.
    var isScripted = false
    /// How long somebody who has signed in stays so.
    var timeLeft: TimeLeft?
    /// For how many returns they have to do something; `nil` for who enters no figures.
    var owed: Int?
    /// What there is to say of a form that was sent when its session was over.
    var heldNotice: String?

    /// For pages that are made before anybody asks.
    static let nobody = Greeting(account: nil, target: nil, formToken: nil, submissionKey: nil)

    /// Adds the names that layout and forms use.
    func add(to values: inout TemplateRecord) {
        values.append("formToken", formToken.template)
        values.append("submissionKey", submissionKey.template)
        values.append(
            "signInHref", .text(target.map(AccountLinks.signIn(backTo:)) ?? AccountLinks.signIn))
        values.append("heldNotice", heldNotice.template)
        values.append(
            "timeLeft",
            timeLeft.map { ["idle": .integer($0.idle), "whole": .integer($0.whole)] } ?? .absent)
        guard let account else {
            values.append("you", .absent)
            return
        }
        values.append(
            "you",
            [
                "name": .text(account.name),
                "service": account.service.template,
                "tools": tools(account).template,
            ])
    }

    /// Where the roles lead: never to a page that says that there is no access.
    private func tools(_ account: Account) -> [Link] {
        [
            account.may(.approveFigures)
                ? Link(href: ReturnLinks.approvals, label: "Approvals") : nil,
            account.may(.approveFigures) ? Link(href: ReturnLinks.rounds, label: "Rounds") : nil,
            account.may(.managePeople) ? Link(href: AccountLinks.admin, label: "Admin") : nil,
            account.may(.readTrail) ? Link(href: "/audit", label: "Audit trail") : nil,
        ].compactMap { $0 }
    }
}
