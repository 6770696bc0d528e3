import Mustache

/// Recovery codes, just after they were made.
struct RecoveryCodesPage: Page {
    static let template = "accounts/recovery-codes"
    let section: Section? = nil
    let address: String? = AccountLinks.recoveryCodes
    let summary = "Codes that let you sign in when you do not have your phone."
    let codes: [String]

    var values: TemplateRecord {
        [
            "crumbs": AccountLinks.secondFactorCrumbs.template,
            "count": .text("\(codes.count)"),
            "codes": .list(codes.map { .text($0) }),
        ]
    }
}
