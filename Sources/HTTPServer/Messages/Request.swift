/// A request as a handler sees it: whole and within bounds.
public struct Request: Sendable {
    /// The method.
    public var method: Method
    /// The target as it was sent: `/measures?page=2`, or `*` for `OPTIONS *`.
    public var target: String
    /// The path, still percent-encoded, without query and without dot segments.
    ///
    /// It begins with `/`, holds no escape that is not one, no NUL, and is UTF-8 once
    /// decoded. It stays encoded so that `%2F` in a segment cannot be taken for a slash;
    /// `segments` and the router's parameters are decoded.
    public var path: String
    /// The fields.
    public var headers: Headers
    /// The content; empty when there is none.
    ///
    /// Each POST, PUT or PATCH that gives neither `Content-Length` nor `Transfer-Encoding` has
    /// none (RFC 9112, 6.3) and arrives here as such; see `declaresLength`.
    public var content: Content
    /// Who asks: a numeric address, or `unix` for a local socket.
    public var peerAddress: String
    /// Who is at the other end of the connection: the client, or the last proxy on the way.
    ///
    /// Unlike `peerAddress` it is nobody's word, and does not change.
    public let proxyAddress: String
    /// `https` if a trusted proxy says that the client came to it so, else `http`.
    public var scheme = "http"

    /// What the request is called in logs, in its answer and on pages of errors.
    public internal(set) var id = RequestID(number: 0)

    /// The host and port asked for: what a trusted proxy says, else of the target when it names
    /// one, else of `Host`.
    public var authority: String { targetAuthority ?? headers["Host"] ?? "" }

    var targetAuthority: String?
    var framing = Framing()

    /// How the message was framed, which decides how it is answered.
    struct Framing: Sendable {
        var isHTTP11 = true
        var asksToClose = false
        var asksToKeep = false

        /// Whether the connection may serve another request (RFC 9112, 9.3).
        var isPersistent: Bool {
            isHTTP11 ? !asksToClose : asksToKeep && !asksToClose
        }
    }

    /// Creates a request as the parser would, for tests.
    ///
    /// A target the parser would refuse is kept as it is.
    public init(
        _ method: Method, _ target: String, headers: Headers = [:], body: [UInt8] = [],
        peerAddress: String = "127.0.0.1"
    ) {
        let bytes = Array(target.utf8)
        // A target that is refused has no parts: it is only good for being refused again.
        let parsed = try? RequestTarget(bytes.span, 0..<bytes.count, of: method)
        self.init(
            method: method, target: target, path: parsed?.path ?? target, headers: headers,
            content: Content(body), peerAddress: peerAddress)
        targetAuthority = parsed?.authority
    }

    init(
        method: Method, target: String, path: String, headers: Headers, content: Content,
        peerAddress: String
    ) {
        self.method = method
        self.target = target
        self.path = path
        self.headers = headers
        self.content = content
        self.peerAddress = peerAddress
        proxyAddress = peerAddress
    }

    /// The segments of the path, decoded: `/a/b%20c` is `["a", "b c"]`, `/` is `[""]`.
    public var segments: [String] {
        path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { Percent.decode($0) }
    }

    /// The query, decoded; read anew on each call, so keep it when asking more than once.
    public var query: Query {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else {
            return Query(formEncoded: [])
        }
        return Query(formEncoded: target.utf8[mark...].dropFirst())
    }

    /// The content in memory; a large one is copied there, so ask only where it is small.
    public var body: [UInt8] { content.bytes }

    /// Whether the message says how long its content is, be it that there is none.
    ///
    /// A handler that cannot do without answers 411 (RFC 9110, 15.5.12) when this is false; the
    /// server itself never does.
    public var declaresLength: Bool {
        headers.contains("Content-Length") || headers.contains("Transfer-Encoding")
    }

    /// Reads the content as a form sent by a browser (`application/x-www-form-urlencoded`).
    ///
    /// No content and no type at all is a form without fields. Throws a `FormError` of 415 if
    /// the content is of another type, compressed or in another charset than UTF-8, and 413 if
    /// there are more pairs than `limits` has.
    public func form(_ limits: FormLimits = FormLimits()) throws(FormError) -> Query {
        if content.isEmpty, !headers.contains("Content-Type") { return Query(formEncoded: []) }
        _ = try FormType(headers, "application/x-www-form-urlencoded")
        guard let form = Query(formEncoded: body, limit: limits.pairs) else {
            throw FormError(
                .contentTooLarge, "more than \(FormError.grouped(limits.pairs)) fields")
        }
        return form
    }
}
