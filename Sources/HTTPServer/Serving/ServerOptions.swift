/// Where a server listens, how many threads it has and what it does around the responder.
public struct ServerOptions: Sendable {
    /// Where to listen; at least one.
    public var addresses: [ListenAddress]
    /// Event loops, a thread each; one for each processor unless set.
    public var loops: Int
    /// Threads for requests that may wait: all but GET, HEAD and OPTIONS.
    public var workers = 2
    /// Requests that may wait for a worker; more are answered with 503.
    public var queue = 64
    /// Everything a stranger could otherwise have without end.
    public var limits = Limits()
    /// The folder for files without names that hold content too large for memory; best on a
    /// disk, since where `/tmp` is memory nothing is gained.
    public var temporaryFolder = "/tmp"
    /// Bytes of content that a path takes; `nil` for `Limits.body`.
    ///
    /// Asked once for a request that has content, when its head is whole and none of the content
    /// is read: on the loop's thread, before anybody knows who asks. The path is as in `Request`.
    public var bodyLimit: (@Sendable (Method, _ path: String) -> Int?)?
    /// Whether SIGTERM and SIGINT stop the server in order, a second one at once, and SIGHUP
    /// reloads.
    public var stopsOnSignals = false
    /// Bytes from which on text is compressed; below, the saving is not worth the work.
    public var compressesFrom = usuallyCompressesFrom
    static let usuallyCompressesFrom = 1024
    /// Which GETs may wait, too, and so go to the workers.
    public var isSlow: (@Sendable (Request) -> Bool)?
    /// Addresses of proxies, or networks of them (`10.0.0.0/8`), that are believed when they say
    /// who asks, how and for which host; `unix` stands for local sockets.
    ///
    /// `Server.run` throws a `ServerError` for what `isProxy(_:)` does not take.
    public var trustedProxies: Set<String> = []
    /// The fields in which those proxies say so.
    public var forwardedFields = ForwardedFields.xForwarded
    /// The hosts that are served here, in lower case and without port; none means any.
    ///
    /// A request for another is answered with 421.
    public var hosts: Set<String> = []
    /// The pages for errors of HTTP itself: bad requests, limits, timeouts, overload.
    ///
    /// The second argument says whether the client asked for HTML, the third what the request
    /// is called in the log. `Connection: close`, `Retry-After` and the like are added by the
    /// server.
    public var errorResponse: @Sendable (HTTPStatus, Bool, RequestID) -> Response = {
        status, _, id in
        .text("\(status.rawValue) \(status.reason) (request \(id))\n", status: status)
    }
    /// Where a line for each request goes; nowhere unless set.
    public var accessLog: LogDestination?
    /// Told, in one line, of trouble that belongs to no request; on any thread.
    public var notice: @Sendable (String) -> Void = { _ in }
    /// Called when the server is told to reload, on the thread that runs it.
    public var reload: (@Sendable () -> Void)?
    /// Called now and then while the server runs, and with `true` after its last answer.
    ///
    /// On a thread of its own, which may wait. Its errors are its own.
    public var upkeep: (@Sendable (_ isLast: Bool) -> Void)?
    /// Milliseconds from the end of one such call to the next.
    public var upkeepInterval = 10_000
    /// Makes what is done apart from requests, again and again while the server runs.
    ///
    /// Both are called on a thread of their own, the work a last time with `true` after the last
    /// answer. It must find out quickly when there is nothing to do.
    public var makeWork: (@Sendable () -> (_ isLast: Bool) -> Void)?
    /// Milliseconds from the end of one such call to the next.
    public var workInterval = 100
    /// Who is told how the server is, if anybody.
    public var systemd: Systemd?
    /// How the server is, for what answers requests to tell of.
    public var state = ServerState()

    /// Creates the options of a server that listens at these addresses.
    public init(_ addresses: ListenAddress...) {
        self.addresses = addresses
        loops = Processors.count
    }

    /// Whether a text is a host as `hosts` has it, in any case of letters.
    public static func isHostName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return HostField.isValid(bytes.span, bytes.indices)
            && HostField.name(text) == text.lowercased()
    }

    /// Whether a text is an address, a network or `unix`, as `trustedProxies` has them.
    public static func isProxy(_ text: String) -> Bool {
        Proxies.canBeNamed(text)
    }
}
