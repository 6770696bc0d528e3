/// Browsers from which a person has signed in.
///
/// Their wrong passwords are counted apart, so that strangers cannot lock the person out. It is
/// no way in: who has only this still needs the password.
enum KnownDevice {
    /// Seconds for which a browser is known after each time somebody has signed in from it.
    static let lifetime = 90 * 86_400
    /// Browsers of one person that are known at a time.
    static let most = 20
}
