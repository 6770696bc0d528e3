/// What passwords are held against, made once for all threads.
///
/// A class, so that handing it to each visit counts one reference.
final class PasswordKeeping: Sendable {
    let rules: PasswordRules
    /// The hash of a password that nobody has: what is typed for an account that there is not is
    /// held against it, so that the answer takes as long as for one that there is.
    let decoy: PasswordHash

    /// Makes the decoy.
    ///
    /// - Throws: What is wrong with the cost, in one line.
    init(_ settings: Settings, _ common: CommonPasswords) throws {
        rules = PasswordRules(settings, common)
        decoy = try PasswordHash(unknown: settings)
    }
}

extension PasswordHash {
    /// The hash of a password that nobody knows, nor is it known that there is one.
    ///
    /// Whatever is held against it is hashed with its parameters and salt, as with any other, so
    /// that the hash itself can be drawn: to make one takes a tenth of a second, which the start
    /// of the program would wait for.
    ///
    /// - Throws: `PasswordFault` when libcrypt does not take the cost.
    init(unknown settings: Settings) throws(PasswordFault) {
        try self.init(drawnWith: settings.random, cost: settings.passwordCost)
    }
}
