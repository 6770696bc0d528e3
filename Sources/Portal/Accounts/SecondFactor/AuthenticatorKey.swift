/// What an authenticator app and the portal share.
struct AuthenticatorKey: Equatable {
    let secret: [UInt8]

    /// The key that a browser is shown under the name `name`.
    ///
    /// It is made from the browser's token, so that nothing is kept of it until a first code has
    /// shown that an app has it; another browser is shown another one.
    init(for token: SessionToken, named name: String) {
        secret = Array(token.secret("authenticator/" + name).prefix(20))
    }

    /// A name under which no key was shown before.
    static func newName(_ random: @Sendable (Int) -> [UInt8]) -> String {
        Base64URL.text(random(16))
    }

    /// Whether a text is a name that we would have given.
    static func isName(_ text: String) -> Bool { Base64URL.bytes(text)?.count == 16 }

    /// As it is typed by who has no camera.
    var text: String { Base32.text(secret).inFours(" ") }

    /// The address that apps open, also as a picture (Google Authenticator, Key URI Format).
    ///
    /// - Parameters:
    ///   - issuer: Whose account it is, as the app names it.
    ///   - userName: Which one.
    /// - Returns: An address that begins with `otpauth:`.
    func address(issuer: String, userName: String) -> String {
        let issuer = Self.escaped(issuer)
        return "otpauth://totp/\(issuer):\(Self.escaped(userName))"
            + "?secret=\(Base32.text(secret))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=\(OneTimeCode.period)"
    }

    /// Escaped as parts of addresses are (RFC 3986, 2.1): apps do not read a plus as a space.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
