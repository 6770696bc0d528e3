/// What passwords are held against, made once for all threads.
///
/// A class, so that handing it to each visit counts one reference.
final class PasswordKeeping: Sendable {
    let rules: PasswordRules
    /// The hash of a password that nobody has: what is typed for an account that there is not is
    /// held against it, so that the answer takes as long as for one that there is.
    let decoy: PasswordHash

    /// Hashes the decoy.
    ///
    /// - Throws: What is wrong with the cost, in one line.
    init(_ settings: Settings, _ common: CommonPasswords) throws {
        rules = PasswordRules(settings, common)
        decoy = try PasswordHash(unknown: settings)
    }
}

extension PasswordHash {
    /// The hash of a password that nobody knows.
    ///
    /// - Throws: `PasswordFault` when libcrypt does not take the cost.
    init(unknown settings: Settings) throws(PasswordFault) {
        try self.init(
            Base64URL.text(settings.random(32)), cost: settings.passwordCost,
            random: settings.random)
    }
}
