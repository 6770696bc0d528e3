/// What goes back.
///
/// The server adds `Date`, `Content-Length` or `Transfer-Encoding`, and `Connection` itself
/// and drops these when a handler has set them (only `Connection: close` is heeded). It
/// compresses text, gives content that has no `ETag` one, heeds conditions (304, 412) and, where
/// `Accept-Ranges: bytes` is said, a `Range`, and keeps the content back from HEAD. An error
/// without content gets that of `ServerOptions.errorResponse`.
public struct Response: Sendable {
    /// The status.
    public var status: HTTPStatus
    /// The fields.
    public var headers: Headers
    /// The content, unless it is a stream or a file.
    public var body: [UInt8]
    /// Content made while it is sent; then `body` is not looked at.
    public var stream: BodyStream?
    /// Content sent from the disk; then `body` is not looked at.
    public var file: OpenFile?
    /// The same content already compressed with gzip, for who accepts that.
    public var gzipped: [UInt8]?
    /// The pattern by which the request found what answers it, `/measures/:measure`, under which
    /// it is counted; never the path, of which there is no end.
    public var route: String?
    /// Whether the address asked for holds a secret: then the access log has `route` in its place.
    ///
    /// Of requests that nothing answers, since they are refused before or given up, the log has
    /// only the first part of the path.
    public var isConfidential = false
    /// Whether the server may compress the content; it does so only with text of some length.
    public var isCompressible = true

    /// The part of the content that is sent, if not all.
    var part: Range<Int>?
    /// Whether conditions and ranges have been looked at.
    var isSettled = false
    /// Whether the stream is compressed while it is sent.
    var compressesStream = false
    /// What is sent in its place, where that is ready.
    var ready: ReadyResponse?

    /// Creates a response.
    public init(_ status: HTTPStatus = .ok, headers: Headers = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Whether it is an error that says nothing of itself.
    var isBareError: Bool {
        status.rawValue >= 400 && body.isEmpty && stream == nil && file == nil
            && !headers.contains("Content-Type")
    }

    /// A page.
    public static func html(_ bytes: [UInt8], status: HTTPStatus = .ok) -> Response {
        Response(status, headers: Headers(contentType: "text/html; charset=utf-8"), body: bytes)
    }

    /// Plain text.
    public static func text(_ text: String, status: HTTPStatus = .ok) -> Response {
        Response(
            status, headers: Headers(contentType: "text/plain; charset=utf-8"),
            body: Array(text.utf8))
    }

    /// A redirect that turns a POST into a GET.
    public static func seeOther(_ location: String) -> Response {
        Response(.seeOther, headers: ["Location": location])
    }

    /// A redirect to the address that is now the right one, for good and with the same method.
    public static func permanentRedirect(_ location: String) -> Response {
        Response(.permanentRedirect, headers: ["Location": location])
    }

    /// The answer to a method that this path does not take: 405, or to OPTIONS 204, with `Allow`.
    public static func methodNotAllowed(_ allow: [Method]) -> Response {
        Response(
            .methodNotAllowed,
            headers: ["Allow": allow.map(\.rawValue).joined(separator: ", ")])
    }

    /// Content made piece by piece while it is sent.
    public static func stream(
        _ stream: BodyStream, contentType: String, status: HTTPStatus = .ok
    ) -> Response {
        var response = Response(status, headers: Headers(contentType: contentType))
        response.stream = stream
        return response
    }

    /// A file of any size, sent from the disk as it is: an export, or a report made once.
    ///
    /// A client may ask for a part of it. The file is closed when no response holds it any more.
    /// Give it an `ETag` where one is known: from its time alone, a client can only tell changes
    /// that are a second apart.
    public static func file(
        _ file: OpenFile, contentType: String, status: HTTPStatus = .ok
    ) -> Response {
        var response = Response(status, headers: Headers(contentType: contentType))
        response.headers.add("Last-Modified", file.modified.description)
        response.headers.add("Accept-Ranges", "bytes")
        response.file = file
        return response
    }

    /// Bytes of the content, unless it is a stream.
    var length: Int { file?.size ?? body.count }
}
