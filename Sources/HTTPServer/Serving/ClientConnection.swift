/// One client's socket, what it has sent and what it is owed.
final class ClientConnection {
    enum Phase {
        /// A request may come or is coming.
        case reading
        /// A worker makes the answer.
        case waiting
        /// The answer is on its way.
        case writing
        /// Our side is closed; what still comes is thrown away so that the client,
        /// who may be in the middle of sending, sees the answer and not a reset.
        case lingering
    }

    let descriptor: FileDescriptor
    let peer: String
    /// Distinguishes it from earlier connections with the same descriptor's number.
    let serial: Int
    /// Whether it counts against the limits on connections.
    let isCounted: Bool
    /// Whether it comes from a proxy that is believed.
    let isTrusted: Bool

    var phase = Phase.reading
    var interest: Epoll.Interest = .reading
    private(set) var parser: RequestParser
    var input: [UInt8] = []
    private var taken = 0
    /// Whether some of the next request has come.
    var isBegun = false
    /// Whether it waits for its turn with more input.
    var isQueued = false
    var isGone = false
    var requests = 0
    var exchange: Exchange
    var output = Output()
    /// The request a worker answers.
    var waitingRequest: Request?
    /// When it will have been waited for long enough.
    var deadline = 0
    /// When the content of the request began to come, and how much has.
    var contentStart: Int?
    private(set) var contentBytes = 0
    /// How much content the loop has noted as held for it.
    var held = IncomingContent.Extent()

    init(
        _ descriptor: consuming FileDescriptor, peer: String, serial: Int, isCounted: Bool,
        isTrusted: Bool, options: ServerOptions
    ) {
        self.descriptor = descriptor
        self.peer = peer
        self.serial = serial
        self.isCounted = isCounted
        self.isTrusted = isTrusted
        exchange = Exchange(id: RequestID(number: 0), peer: peer, start: 0)
        parser = RequestParser(
            limits: options.limits, folder: options.temporaryFolder, bodyLimit: options.bodyLimit)
    }

    var hasInput: Bool { taken < input.count }

    /// Whether nothing of a request has come.
    var isIdle: Bool { !hasInput && !isBegun && parser.waiting == .requestLine }

    /// Reads the next request out of what the buffer has received.
    ///
    /// It is read where it lies; only what is left over is kept.
    func nextRequest(in buffer: ReceiveBuffer) throws(RequestError) -> Request? {
        guard input.isEmpty else {
            buffer.withBytes { $0.append(0..<$0.count, to: &input) }
            return try nextRequest()
        }
        do throws(RequestError) {
            return try buffer.withBytes { bytes throws(RequestError) -> Request? in
                let (count, request) = try parse(bytes)
                if count < bytes.count { bytes.append(count..<bytes.count, to: &input) }
                return request
            }
        } catch {
            // What was asked for, as far as it can be made out, decides what the refusal looks like.
            buffer.withBytes { $0.append(0..<$0.count, to: &input) }
            throw error
        }
    }

    /// Reads the next request out of what was left over.
    func nextRequest() throws(RequestError) -> Request? {
        let (count, request) = try parseRest(of: input)
        taken += count
        if taken == input.count {
            input = []
            taken = 0
        } else if taken > ReceiveBuffer.size {
            input.removeFirst(taken)
            taken = 0
        }
        return request
    }

    private func parseRest(of input: [UInt8]) throws(RequestError) -> (Int, Request?) {
        try parse(input.span.extracting(taken..<input.count))
    }

    private func parse(_ bytes: Span<UInt8>) throws(RequestError) -> (Int, Request?) {
        let (count, request) = try parser.parse(bytes, from: peer)
        contentBytes = parser.waiting == .content ? contentBytes + count : 0
        return (count, request)
    }

    /// Whether the client waits for `100 Continue`; asked once for a request.
    func takeExpectation() -> Bool {
        parser.takeExpectation() && !hasInput
    }

    /// Whether a request that was refused half-read is from a browser that shows pages.
    var asksForHTML: Bool {
        parser.asksForHTML || holds("text/html")
    }

    /// Whether a request that was refused half-read wants no content in the answer.
    var asksForHead: Bool {
        input[taken...].starts(with: "HEAD ".utf8)
    }

    private func holds(_ text: String) -> Bool {
        var rest = input[taken...].prefix(32_768)
        while !rest.isEmpty {
            if rest.starts(with: text.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
