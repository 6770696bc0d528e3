/// What a new password must be: long, and not one of those that are guessed first.
///
/// Nothing is asked of its letters (NCSC, “Password policy: updating your approach”; NIST
/// SP 800-63B, 5.1.1.2). Several words in a row are welcome, however common each of them is.
package struct PasswordRules: Sendable {
    /// Characters that a password has at least.
    package static let length = 12
    /// What is told beside a field for a new password.
    static let hint =
        "\(length) characters or more. Three random words are easy to remember and hard to guess. "
        + "You can paste it from a password manager."
    /// Bytes that it has at most, which is what libcrypt takes.
    static let mostBytes = 500

    private let common: CommonPasswords
    /// Of the portal and its council.
    private let ownWords: [String]

    /// Reads the list of common passwords.
    ///
    /// - Throws: What is wrong with the list, in one line.
    package init(_ settings: Settings) throws {
        self.init(settings, try CommonPasswords(settings.folder("Resources/Passwords")))
    }

    /// The same with a list that was read before.
    init(_ settings: Settings, _ common: CommonPasswords) {
        self.common = common
        ownWords = [
            settings.organisation, settings.organisationKind, settings.service,
            settings.partnership, "portal",
        ]
    }

    /// What is wrong with a password, in words for its field; `nil` if it is taken.
    ///
    /// - Parameters:
    ///   - password: As typed.
    ///   - words: What those who know the person or the portal would try: names and addresses.
    /// - Returns: Words such as `Password must have 12 characters or more`.
    package func fault(_ password: String, knowing words: [String]) -> String? {
        if password.isEmpty { return "Enter a password" }
        if password.count < Self.length {
            return "Password must have \(Self.length) characters or more"
        }
        if password.utf8.count > Self.mostBytes {
            return "Password must have \(Self.mostBytes) characters or fewer"
        }
        if password.utf8.contains(0) {
            return "Password must be made of characters that can be typed"
        }
        return weakness(GuessedPassword(password), words + ownWords)
    }

    private func weakness(_ password: GuessedPassword, _ words: [String]) -> String? {
        if password.isCommon(common) { return "Password must not be one that many people use" }
        if password.isRepeated {
            return "Password must not be the same few characters over and over"
        }
        if password.isRun(common) {
            return "Password must not be keys in a row, or letters or digits in order"
        }
        if password.isPadded(common) {
            return "Password must not be one that many people use with digits or marks added"
        }
        if password.isMade(of: Self.parts(words), common) {
            return "Password must not be made of your name, your email address or the name of "
                + "this website"
        }
        return nil
    }

    /// The words whole and in their parts, the longest first; what is short says nothing.
    private static func parts(_ words: [String]) -> [[Character]] {
        let parts = words.flatMap { text in
            let parts = text.lowercased().split { !($0.isLetter || $0.isNumber) }
            return parts.map(Array.init) + [Array(parts.joined())]
        }
        return Set(parts.filter { $0.count >= 3 }).sorted { $0.count > $1.count }
    }
}
