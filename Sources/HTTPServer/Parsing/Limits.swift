/// How much, how long and how many: everything a stranger could otherwise have without end.
public struct Limits: Sendable {
    /// Bytes of the request line; longer is answered with 414.
    public var requestLine = 8192
    /// Bytes of the whole head, request line and fields; longer is answered with 431.
    public var head = 32_768
    /// Fields of a request; more are answered with 431.
    public var fields = 100
    /// Bytes of a request's content; more are answered with 413.
    ///
    /// Enough for forms; `ServerOptions.bodyLimit` says another for paths that take files.
    public var body = 1 << 20
    /// Bytes of a request's content that are kept in memory; more go to a file.
    public var memoryBody = 128 << 10
    /// Bytes of content in memory of all requests under way; beyond, the answer is 503.
    public var bodies = 256 << 20
    /// Bytes of content in files of all requests under way; beyond, the answer is 503.
    public var spooledBodies = 4 << 30
    /// Bytes of all trailers, and of all chunk extensions, of one request.
    public var trailers = 4096

    /// Milliseconds from a request's first byte, or from the connection, to the end of its head.
    public var headTime = 10_000
    /// Milliseconds a connection may wait for its next request.
    public var idleTime = 30_000
    /// Milliseconds before the content's rate is looked at.
    public var bodyGrace = 10_000
    /// Bytes a second that content must come with, on average since its beginning.
    public var bodyRate = 512
    /// Milliseconds a client may take nothing of what is sent to it.
    public var writeStall = 20_000
    /// Milliseconds a client may take to notice that we have closed.
    public var lingerTime = 2000
    /// Milliseconds that requests in flight have to finish when the server stops.
    public var drainTime = 10_000

    /// Connections in all; more are answered with 503.
    public var connections = 4096
    /// Connections from one address, loopback excepted; more are answered with 503.
    public var connectionsPerAddress = 1024
    /// Requests on one connection before it is closed.
    public var requestsPerConnection = 100_000

    /// Bytes of the access log's lines that may wait to be written, for each loop; lines beyond
    /// are dropped and counted.
    public var logBacklog = 4 << 20

    /// Creates the limits of a server that stands in the open.
    public init() {}
}
