/// Reads requests from bytes as they come.
///
/// What it says of a stream depends only on the bytes, never on how they were cut: each line
/// is judged when it is whole, and a limit is judged alike on a line that is and is not.
/// Lines end in CR LF; a bare LF or CR is refused, as RFC 9112, 2.2 allows and as no client
/// needs, because readers that differ about it are how requests are smuggled.
struct RequestParser {
    /// What the parser is waiting for.
    enum Waiting {
        case requestLine, fields, content
    }

    private let limits: Limits
    private let folder: String
    private let bodyLimit: (@Sendable (Method, String) -> Int?)?
    private(set) var waiting = Waiting.requestLine
    private var head: RequestHead?
    private var body: ComingBody?
    private var lineStart = 0
    private var scanned = 0
    private var headStart = 0

    /// Content that `limits.memoryBody` does not hold goes to a file in `folder`; `bodyLimit` may
    /// say how much a path takes.
    init(
        limits: Limits, folder: String = "/tmp",
        bodyLimit: (@Sendable (Method, String) -> Int?)? = nil
    ) {
        self.limits = limits
        self.folder = folder
        self.bodyLimit = bodyLimit
    }

    /// The content that is held of a request that is not whole.
    var held: IncomingContent.Extent { body?.content.extent ?? IncomingContent.Extent() }

    /// Whether the client waits for `100 Continue`; true once for a request.
    mutating func takeExpectation() -> Bool {
        defer { expectsContinue = false }
        return expectsContinue
    }
    private var expectsContinue = false

    /// Whether the head that was read last names HTML among what is accepted.
    private(set) var asksForHTML = false

    /// Takes bytes not yet taken; gives the count it took, and the request if that made it whole.
    mutating func parse(
        _ bytes: Span<UInt8>, from peer: String
    ) throws(RequestError) -> (taken: Int, request: Request?) {
        var position = 0
        if waiting != .content {
            guard try readRequestLine(bytes), let head = try readFields(bytes) else {
                return (0, nil)
            }
            position = lineStart
            let request = try request(head, bytes, from: peer)
            guard head.hasContent else {
                reset()
                return (position, request)
            }
            try awaitContent(of: request, head)
        }
        guard let request = try readContent(bytes, &position) else { return (position, nil) }
        reset()
        return (position, request)
    }

    /// Reads the request line, unless it has been read; false when it is not whole.
    private mutating func readRequestLine(_ bytes: Span<UInt8>) throws(RequestError) -> Bool {
        while waiting == .requestLine {
            guard let line = try nextLine(bytes, limit: limits.requestLine, .uriTooLong) else {
                return false
            }
            if line.isEmpty, headStart == 0 {
                headStart = lineStart
            } else {
                head = RequestHead(try RequestLine(bytes, line))
                waiting = .fields
            }
        }
        return true
    }

    /// Reads the fields there are; gives the head when the empty line has come.
    private mutating func readFields(_ bytes: Span<UInt8>) throws(RequestError) -> RequestHead? {
        while let line = try nextLine(bytes, limit: limits.head, .requestHeaderFieldsTooLarge) {
            if line.isEmpty { return head.take() }
            try head?.add(try FieldLine(bytes, line), bytes)
            guard head?.fields.count ?? 0 <= limits.fields else {
                throw RequestError(.requestHeaderFieldsTooLarge, "too many fields")
            }
        }
        return nil
    }

    /// The next line of the head without its CRLF, or `nil` if its end has not come.
    private mutating func nextLine(
        _ bytes: Span<UInt8>, limit: Int, _ status: HTTPStatus
    ) throws(RequestError) -> Range<Int>? {
        let start = lineStart
        // A line of which nothing has come cannot be judged, not even for where it begins.
        guard start < bytes.count else { return nil }
        guard bytes[start].isToken || bytes[start] == .carriageReturn else {
            throw RequestError(.badRequest, "line begins with a character that no name has")
        }
        let end = bytes.lineFeed(from: scanned)
        let known = end ?? bytes.count
        guard known - start <= limit else { throw RequestError(status, "line too long") }
        guard known - headStart <= limits.head else {
            throw RequestError(.requestHeaderFieldsTooLarge, "head too long")
        }
        guard let end else {
            scanned = bytes.count
            return nil
        }
        guard end > start, bytes[end - 1] == .carriageReturn else {
            throw RequestError(.badRequest, "bare LF")
        }
        lineStart = end + 1
        scanned = lineStart
        return start..<(end - 1)
    }

    /// Makes the request of a whole head.
    private mutating func request(
        _ head: RequestHead, _ bytes: Span<UInt8>, from peer: String
    ) throws(RequestError) -> Request {
        try head.check()
        let target = try RequestTarget(bytes, head.line.target, of: head.line.method)
        var request = Request(
            method: head.line.method, target: target.text, path: target.path,
            headers: Headers(bytes: bytes.array(0..<lineStart), fields: head.fields),
            content: Content(), peerAddress: peer)
        request.targetAuthority = target.authority
        request.framing = head.framing
        asksForHTML = false
        return request
    }

    /// Goes on to the content, if the path takes so much.
    private mutating func awaitContent(
        of request: Request, _ head: RequestHead
    ) throws(RequestError) {
        let limit = bodyLimit?(request.method, request.path) ?? limits.body
        guard head.length ?? 0 <= limit else {
            throw RequestError(.contentTooLarge, "Content-Length")
        }
        asksForHTML = request.headers["Accept"]?.contains("text/html") ?? false
        expectsContinue = head.expectsContinue
        waiting = .content
        body = ComingBody(
            request: request,
            content: IncomingContent(memoryLimit: limits.memoryBody, folder: folder),
            framing: head.isChunked
                ? .chunks(ChunkedDecoder(bodyLimit: limit, limit: limits.trailers))
                : .length(head.length ?? 0))
    }

    /// Reads the content there is; gives the request when it is whole.
    private mutating func readContent(
        _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(RequestError) -> Request? {
        guard try body?.read(bytes, &position) ?? false else { return nil }
        return try body.take()?.finish()
    }

    private mutating func reset() {
        waiting = .requestLine
        lineStart = 0
        scanned = 0
        headStart = 0
        expectsContinue = false
    }
}
