/// Where to listen.
public enum ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// A numeric IPv4 or IPv6 address, `localhost` (127.0.0.1) or `*` (all); port 0 is any free one.
    case tcp(host: String, port: UInt16)
    /// A socket in the file system, for a proxy on the same machine.
    case unix(path: String)
    /// The sockets handed over by systemd (`LISTEN_FDS`).
    case inherited

    /// Reads `127.0.0.1:8080`, `[::1]:8080`, `*:80`, `localhost:80`, `unix:/run/portal.sock` or
    /// `systemd`; `nil` for anything else.
    public init?(_ text: String) {
        if text == "systemd" {
            self = .inherited
        } else if text.hasPrefix("unix:") {
            self = .unix(path: String(text.dropFirst(5)))
            guard text.hasPrefix("unix:/") else { return nil }
        } else {
            guard let colon = text.lastIndex(of: ":"),
                let port = UInt16(text[text.index(after: colon)...])
            else { return nil }
            var host = text[..<colon]
            if host.hasPrefix("["), host.hasSuffix("]") {
                host = host.dropFirst().dropLast()
                guard host.contains(":") else { return nil }
            } else if host.contains(":") {
                return nil
            }
            self = .tcp(host: String(host), port: port)
        }
        // What is wrong with the address is for the caller to say.
        guard self == .inherited || (try? SocketAddress(self)) != nil else { return nil }
    }

    /// As in an address line.
    public var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): "unix:\(path)"
        case .inherited: "sockets of systemd"
        }
    }
}

/// Where a server listens in fact.
public struct BoundAddress: Sendable, Equatable, CustomStringConvertible {
    /// The numeric host, or the path of a local socket.
    public let host: String
    /// The port; `nil` for a local socket.
    public let port: UInt16?

    /// An address to open: `http://127.0.0.1:8080`, or `unix:/run/portal.sock`.
    public var description: String {
        guard let port else { return "unix:\(host)" }
        return host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }
}
