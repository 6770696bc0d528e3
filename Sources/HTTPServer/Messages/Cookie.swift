/// A cookie to set (RFC 6265, 4.1).
///
/// The safe choice is the one made by saying nothing: for the whole site, not for scripts, only
/// over TLS, not sent along from other sites' forms, and gone when the browser is closed.
public struct Cookie: Sendable, CustomStringConvertible {
    /// Whether it is sent along when another site leads here.
    public enum SameSite: String, Sendable {
        /// Never.
        case strict = "Strict"
        /// When a link is followed.
        case lax = "Lax"
    }

    /// The name.
    public let name: HeaderName
    /// The value; characters a cookie cannot hold have been taken out.
    public let value: String
    /// The path it is for, with all below.
    public var path = "/"
    /// Seconds it lives; 0 takes it away; `nil` until the browser is closed.
    public var maxAge: Int?
    /// Whether it travels over TLS alone.
    public var isSecure = true
    /// Whether scripts cannot read it.
    public var isHTTPOnly = true
    /// Whether it is sent along when another site leads here.
    public var sameSite = SameSite.lax

    /// Creates a cookie.
    public init(_ name: HeaderName, _ value: String) {
        self.name = name
        self.value = String(decoding: value.utf8.filter(Self.isValue), as: UTF8.self)
    }

    /// The value of a `Set-Cookie` field.
    public var description: String {
        var text = "\(name)=\(value); Path=" + String(path.filter { $0 != ";" })
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if isSecure { text += "; Secure" }
        if isHTTPOnly { text += "; HttpOnly" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }

    /// A `cookie-octet`: visible ASCII without quote, comma, semicolon and backslash.
    private static func isValue(_ byte: UInt8) -> Bool {
        byte > 32 && byte < 127 && !Array("\",;\\".utf8).contains(byte)
    }
}

extension Request {
    /// The value of the first cookie of that name, as sent.
    public func cookie(_ name: String) -> String? {
        for field in headers.all("Cookie") {
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                guard let mark = pair.firstIndex(of: UInt8(ascii: "=")),
                    pair[..<mark].drop(while: { $0 == .space }).elementsEqual(name.utf8)
                else { continue }
                return String(decoding: pair[mark...].dropFirst(), as: UTF8.self)
            }
        }
        return nil
    }
}
