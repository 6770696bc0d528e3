/// Reads requests from bytes as they come.
///
/// What it says of a stream depends only on the bytes, never on how they were cut: each line
/// is judged when it is whole, and a limit is judged alike on a line that is and is not.
/// Lines end in CR LF; a bare LF or CR is refused, as RFC 9112, 2.2 allows and as no client
/// needs, because readers that differ about it are how requests are smuggled.
struct RequestParser {
    private enum Stage {
        case requestLine
        case fields(RequestHead)
        case content(RequestHead.Parts, left: Int)
        case chunks(RequestHead.Parts, ChunkedDecoder)
    }

    private let limits: Limits
    private var stage = Stage.requestLine
    private var lineStart = 0
    private var scanned = 0
    private var headStart = 0

    init(limits: Limits) {
        self.limits = limits
    }

    /// What the parser is waiting for.
    enum Waiting {
        case requestLine, fields, content
    }

    var waiting: Waiting {
        switch stage {
        case .requestLine: .requestLine
        case .fields: .fields
        case .content, .chunks: .content
        }
    }

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
        while true {
            switch stage {
            case .requestLine:
                guard let line = try nextLine(bytes, limit: limits.requestLine, .uriTooLong) else {
                    return (0, nil)
                }
                if line.isEmpty, headStart == 0 {
                    headStart = lineStart
                } else {
                    stage = .fields(RequestHead(try RequestLine(bytes, line)))
                }
            case .fields(var head):
                stage = .requestLine
                guard try readFields(&head, bytes) else {
                    stage = .fields(head)
                    return (0, nil)
                }
                position = lineStart
                try begin(head, bytes, from: peer)
            case .content(var parts, let left):
                stage = .requestLine
                let count = min(left, bytes.count - position)
                bytes.append(position..<(position + count), to: &parts.body)
                position += count
                if count == left { return (position, finish(parts)) }
                stage = .content(parts, left: left - count)
                return (position, nil)
            case .chunks(var parts, var decoder):
                stage = .requestLine
                if try decoder.decode(bytes, &position, into: &parts.body, limits) {
                    return (position, finish(parts))
                }
                stage = .chunks(parts, decoder)
                return (position, nil)
            }
        }
    }

    /// Reads the fields there are; true when the empty line has come.
    private mutating func readFields(
        _ head: inout RequestHead, _ bytes: Span<UInt8>
    ) throws(RequestError) -> Bool {
        while let line = try nextLine(bytes, limit: limits.head, .requestHeaderFieldsTooLarge) {
            if line.isEmpty { return true }
            try head.add(try FieldLine(bytes, line), bytes)
            guard head.fields.count <= limits.fields else {
                throw RequestError(.requestHeaderFieldsTooLarge, "too many fields")
            }
        }
        return false
    }

    /// The next line of the head without its CRLF, or `nil` if its end has not come.
    private mutating func nextLine(
        _ bytes: Span<UInt8>, limit: Int, _ status: HTTPStatus
    ) throws(RequestError) -> Range<Int>? {
        let start = lineStart
        if start < bytes.count, !bytes[start].isToken, bytes[start] != .carriageReturn {
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

    /// Makes the request of a whole head, and goes on to its content.
    private mutating func begin(
        _ head: RequestHead, _ bytes: Span<UInt8>, from peer: String
    ) throws(RequestError) {
        try head.check(limits)
        let target = try RequestTarget(bytes, head.line.target, of: head.line.method)
        var request = Request(
            method: head.line.method, target: bytes.text(head.line.target), path: target.path,
            headers: Headers(bytes: bytes.array(0..<lineStart), fields: head.fields), body: [],
            peerAddress: peer)
        request.targetAuthority = target.authority
        request.framing = head.framing
        let hasContent = head.isChunked || head.length ?? 0 > 0
        asksForHTML = hasContent && request.headers["Accept"]?.contains("text/html") ?? false
        expectsContinue = head.expectsContinue && hasContent
        let parts = RequestHead.Parts(request: request)
        stage =
            head.isChunked
            ? .chunks(parts, ChunkedDecoder()) : .content(parts, left: head.length ?? 0)
    }

    private mutating func finish(_ parts: RequestHead.Parts) -> Request {
        var request = parts.request
        request.body = parts.body
        stage = .requestLine
        lineStart = 0
        scanned = 0
        headStart = 0
        expectsContinue = false
        return request
    }
}

extension RequestHead {
    /// A request whose content is still coming.
    struct Parts {
        let request: Request
        var body: [UInt8] = []
    }
}
