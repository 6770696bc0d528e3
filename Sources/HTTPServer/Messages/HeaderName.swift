/// The name of a field: a token, so that it can hold neither a colon nor a line's end.
public struct HeaderName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as it will be written.
    public let description: String

    /// Creates a name, or `nil` if the text is not a token (RFC 9110, 5.6.2).
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isToken) else { return nil }
        description = text
    }

    /// Creates a name from a literal, which is our own and must be right.
    public init(stringLiteral text: String) {
        precondition(!text.isEmpty && text.utf8.allSatisfy(\.isToken), "bad field name \(text)")
        description = text
    }
}
