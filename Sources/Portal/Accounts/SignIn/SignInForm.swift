/// What is typed to sign in.
struct SignInForm {
    static let nameField = "name"
    static let passwordField = "password"
    static let nextField = "next"

    private let names: [String]
    private let passwords: [String]
    /// Where to go then.
    let next: String

    /// A form with nothing in it.
    init(next: String?) {
        self.init(names: [], passwords: [], next: next)
    }

    /// Takes what was sent: all there is under each name.
    init(names: [String], passwords: [String], next: String?) {
        self.names = names
        self.passwords = passwords
        self.next = AccountLinks.next(next)
    }

    var name: String { AccountName.folded(names.first ?? "") }
    var password: String { passwords.first ?? "" }

    /// The name as typed, for a page; without what no page can hold.
    var shownName: String {
        let scalars = (names.first ?? "").unicodeScalars.filter(\.isVisible)
        return String(String.UnicodeScalarView(scalars.prefix(Self.longestName)))
    }

    /// What keeps it from being held against accounts.
    var faults: [FieldFault] {
        [
            nameFault.map { FieldFault(field: Self.nameField, words: $0) },
            passwordFault.map { FieldFault(field: Self.passwordField, words: $0) },
        ].compactMap { $0 }
    }

    private var nameFault: String? {
        if name.isEmpty { return "Enter your user name or email address" }
        if names.count > 1 { return "Enter one user name or email address" }
        if name.unicodeScalars.count > Self.longestName {
            return "User name or email address must have \(Self.longestName) characters or fewer"
        }
        if !name.unicodeScalars.allSatisfy(\.isVisible) {
            return "User name or email address must be made of characters that can be seen"
        }
        return nil
    }

    private var passwordFault: String? {
        if password.isEmpty { return "Enter your password" }
        return passwords.count > 1 ? "Enter one password" : nil
    }

    /// Of an email address (RFC 5321, 4.5.3.1.3).
    private static let longestName = 254
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
            .surrogate:
            false
        default: true
        }
    }
}
