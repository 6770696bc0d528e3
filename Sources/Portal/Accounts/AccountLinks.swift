/// Where the pages are that are about who somebody is.
enum AccountLinks {
    static let signIn = "/sign-in"
    static let code = "/sign-in/code"
    static let recoveryCode = "/sign-in/code/recovery"
    static let cannotSignIn = "/sign-in/help"
    static let signOut = "/sign-out"
    static let signedOut = "/sign-in?done=signed-out"
    static let account = "/account"
    static let password = "/account/password"
    static let secondFactor = "/account/second-factor"
    static let setUp = "/account/second-factor/set-up"
    static let recoveryCodes = "/account/second-factor/codes"
    static let removal = "/account/second-factor/removal"
    static let sessions = "/account/sessions"
    static let stillSignedOn = "/sign-in/signed-out"
    static let timeLeft = "/session"
    static let links = "/link/"
    static let admin = "/admin"
    static let people = "/admin/people"

    /// The way to pages below that of the second factor.
    static let secondFactorCrumbs = [
        Links.home, Link(href: account, label: "Your account"),
        Link(href: secondFactor, label: "Second factor"),
    ]

    /// The way in that leads back to `target`.
    ///
    /// From the way in itself there is no other way back, nor from the way out.
    static func signIn(backTo target: String) -> String {
        guard !isWayInOrOut(target) else { return signIn }
        return AddressQuery(path: signIn, [("next", target)]).text
    }

    /// An address of ours that may be gone to after signing in, or the first page.
    ///
    /// Two slashes at the start, or a slash and a backslash, would be another host's address.
    static func next(_ text: String?) -> String {
        guard let text, text.utf8.first == UInt8(ascii: "/"), text.utf8.count <= 2048,
            text.utf8.dropFirst().first.map({ $0 != UInt8(ascii: "/") && $0 != 0x5c }) ?? true,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x5c })
        else { return "/" }
        return isWayInOrOut(text) ? "/" : text
    }

    /// One-time links are ways in, too, and must not be written into other addresses.
    private static func isWayInOrOut(_ address: String) -> Bool {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return path == signIn || path.hasPrefix(signIn + "/") || path == signOut
            || path.hasPrefix(links)
    }
}
