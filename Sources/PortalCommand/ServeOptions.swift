import HTTPServer

/// What `portal serve` can be told about its server.
enum ServeOptions {
    static let all = [
        listen, host, port, hostName, loops, workers, accessLog, trustedProxy, forwarded,
        temporaryFolder, maxConnections, limit, pageCache,
    ]

    private static let listen = Option(
        name: "listen", value: "ADDRESS",
        summary: "where to listen, instead of --host and --port; can be given several times: "
            + "127.0.0.1:8080, [::1]:8080, unix:/run/portal.sock, or systemd for its sockets")
    private static let host = Option(
        name: "host", value: "ADDRESS", summary: "where to listen (default: 127.0.0.1)")
    private static let port = Option(
        name: "port", value: "NUMBER", summary: "the port (default: 8080; 0 is any free one)")
    private static let loops = Option(
        name: "loops", value: "NUMBER", summary: "event loops (default: one for each processor)")
    private static let workers = Option(
        name: "workers", value: "NUMBER", summary: "threads for what may wait (default: 2)")
    private static let accessLog = Option(
        name: "access-log", value: "FILE",
        summary: "where a line for each request goes; - is the standard output (default: nowhere)")
    private static let trustedProxy = Option(
        name: "trusted-proxy", value: "ADDRESS",
        summary: "a proxy that is believed when it says who asks, or a network of them like "
            + "10.0.0.0/8, or unix; several with commas between, or given several times")
    private static let forwarded = Option(
        name: "forwarded", value: "FIELDS",
        summary: "where proxies say who asks: x-forwarded (X-Forwarded-For, -Proto and -Host; "
            + "default) or forwarded (RFC 7239)")
    private static let hostName = Option(
        name: "host-name", value: "NAME",
        summary: "a name that the portal goes by; requests for others are refused; can be given "
            + "several times (default: any)")
    private static let temporaryFolder = Option(
        name: "temporary-folder", value: "FOLDER",
        summary: "where large content lies while it is received (default: /tmp)")
    private static let maxConnections = Option(
        name: "max-connections", value: "NUMBER",
        summary: "connections at one time (default: \(Limits().connections))")
    private static let limit = Option(
        name: "limit", value: "NAME=NUMBER",
        summary: "another limit: \(Limits.all.map(\.name).joined(separator: ", "))")
    private static let pageCache = Option(
        name: "page-cache", value: "MEGABYTES",
        summary: "memory for published pages that are asked for often, so that they need not be "
            + "drawn again until something changes (default: 16; 0 keeps none)")

    /// Bytes for kept pages that each event loop has of them all.
    static func pageCache(_ arguments: Arguments, loops: Int) throws -> Int {
        try (arguments.integer(pageCache, in: 0...65_536) ?? 16) << 20 / loops
    }

    /// The options of a server as the command line has them.
    static func read(_ arguments: Arguments) throws -> ServerOptions {
        var options = ServerOptions()
        options.addresses = try addresses(arguments)
        if let count = try arguments.integer(loops, in: 1...256) { options.loops = count }
        if let count = try arguments.integer(workers, in: 1...256) { options.workers = count }
        if let path = arguments[accessLog] {
            guard !path.isEmpty else { throw UsageError("--access-log needs a file, or -") }
            options.accessLog = path == "-" ? .standardOutput : .file(path)
        }
        options.trustedProxies = try proxies(arguments)
        options.forwardedFields = try forwardedFields(arguments)
        options.hosts = try hosts(arguments)
        if let folder = arguments[temporaryFolder] { options.temporaryFolder = folder }
        options.limits = try limits(arguments)
        if let count = try arguments.integer(maxConnections, in: 1...1_000_000) {
            options.limits.connections = count
        }
        return options
    }

    private static func addresses(_ arguments: Arguments) throws -> [ListenAddress] {
        let texts = arguments.all(listen)
        guard texts.isEmpty || !(arguments.has(host) || arguments.has(port)) else {
            throw UsageError("--listen says all: leave --host and --port out")
        }
        guard !texts.isEmpty else {
            let port = UInt16(try arguments.integer(port, in: 0...65_535) ?? 8080)
            return [.tcp(host: arguments[host] ?? "127.0.0.1", port: port)]
        }
        return try texts.map { text in
            guard let address = ListenAddress(text) else {
                throw UsageError(
                    "--listen «\(text)» is not an address like 127.0.0.1:8080, [::1]:8080, "
                        + "unix:/run/portal.sock or systemd")
            }
            return address
        }
    }

    private static func proxies(_ arguments: Arguments) throws -> Set<String> {
        let texts = arguments.all(trustedProxy).flatMap {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        return Set(
            try texts.map(String.init).map { text in
                guard ServerOptions.isProxy(text) else {
                    throw UsageError(
                        "--trusted-proxy «\(text)» is not a numeric address, a network like "
                            + "10.0.0.0/8 or unix")
                }
                return text
            })
    }

    private static func forwardedFields(_ arguments: Arguments) throws -> ForwardedFields {
        guard let text = arguments[forwarded] else { return .xForwarded }
        guard let fields = ForwardedFields(rawValue: text) else {
            let known = ForwardedFields.allCases.map(\.rawValue).joined(separator: " or ")
            throw UsageError("--forwarded «\(text)» is not \(known)")
        }
        return fields
    }

    private static func hosts(_ arguments: Arguments) throws -> Set<String> {
        Set(
            try arguments.all(hostName).map { text in
                guard ServerOptions.isHostName(text) else {
                    throw UsageError(
                        "--host-name «\(text)» is not a name like performance.example.org, "
                            + "without scheme and port")
                }
                return text.lowercased()
            })
    }

    private static func limits(_ arguments: Arguments) throws -> Limits {
        var limits = Limits()
        for text in arguments.all(limit) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let named = Limits.all.first(where: { $0.name == parts[0] }) else {
                let known = Limits.all.map(\.name).joined(separator: ", ")
                throw UsageError("--limit «\(text)» names no limit; there are: \(known)")
            }
            guard parts.count == 2, let value = Int(parts[1]), Limits.range.contains(value) else {
                throw UsageError(
                    "--limit «\(text)» is not \(named.name)= and a whole number from "
                        + "\(Limits.range.lowerBound) to \(Limits.range.upperBound)")
            }
            limits[named] = value
        }
        return limits
    }
}
