extension Request {
    /// Whether a program on this machine asks, and not one elsewhere by way of a proxy here.
    ///
    /// A proxy that says nothing of whom it asks for cannot be told from them.
    public var comesFromThisMachine: Bool {
        let isLocal =
            peerAddress == "unix" || peerAddress == "::1" || peerAddress.hasPrefix("127.")
        return isLocal && !headers.contains("Forwarded") && !headers.contains("X-Forwarded-For")
    }
}

/// Which fields tell what the client asked of a proxy.
///
/// One kind is chosen, not both: a proxy that writes one kind may hand on the other as a
/// stranger wrote it.
public enum ForwardedFields: String, Sendable, CaseIterable {
    /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`, which most proxies write.
    case xForwarded = "x-forwarded"
    /// `Forwarded` (RFC 7239).
    case forwarded
}

/// The proxies that are believed, and what is believed of them.
struct Proxies: Sendable {
    private let addresses: PeerAddresses
    private let fields: ForwardedFields

    /// Reads addresses and networks; `unix` stands for local sockets.
    init(_ addresses: Set<String>, _ fields: ForwardedFields) throws(ServerError) {
        guard let known = PeerAddresses(addresses) else {
            throw .notANetwork(addresses.first { !Self.canBeNamed($0) } ?? "")
        }
        self.addresses = known
        self.fields = fields
    }

    /// Whether a text can be in `ServerOptions.trustedProxies`.
    static func canBeNamed(_ text: String) -> Bool {
        PeerAddresses([text]) != nil
    }

    /// Whether what comes from this address is a proxy's word.
    func trust(_ address: String) -> Bool {
        addresses.contains(address)
    }

    /// The request as the client made it, from what the proxy that passed it on says.
    func unwrapped(_ request: Request) -> Request {
        let hop =
            switch fields {
            case .xForwarded: xForwarded(request.headers)
            case .forwarded: forwarded(request.headers)
            }
        var request = request
        if let client = hop.client { request.peerAddress = client }
        if let scheme = hop.scheme { request.scheme = scheme }
        if let host = hop.host { request.targetAuthority = host }
        return request
    }

    /// What is known of the hop from the client to the first proxy that is trusted.
    private struct Hop {
        var client: String?
        var scheme: String?
        var host: String?
    }

    /// Read from the right: what stands to the left of the first stranger is the stranger's word.
    private func xForwarded(_ headers: Headers) -> Hop {
        let hops = Self.list(headers, "X-Forwarded-For")
        return Hop(
            client: (hops.last { !trust($0) } ?? hops.first).flatMap(Self.address),
            scheme: Self.list(headers, "X-Forwarded-Proto").last.flatMap(Self.scheme),
            host: Self.list(headers, "X-Forwarded-Host").last.flatMap(Self.host))
    }

    private func forwarded(_ headers: Headers) -> Hop {
        let elements = ForwardedElement.list(headers.all("Forwarded").joined(separator: ", ")) ?? []
        let stranger = elements.last { !($0.client.flatMap(Self.address).map(trust) ?? false) }
        guard let element = stranger ?? elements.first else { return Hop() }
        return Hop(
            client: element.client.flatMap(Self.address),
            scheme: element.scheme.flatMap(Self.scheme), host: element.host.flatMap(Self.host))
    }

    private static func list(_ headers: Headers, _ name: String) -> [String] {
        headers.all(name).joined(separator: ",").utf8.split(separator: UInt8(ascii: ",")).map {
            String(decoding: $0.filter { !$0.isBlank }, as: UTF8.self)
        }.filter { !$0.isEmpty }
    }

    /// A numeric address, perhaps in brackets and with a port (RFC 7239, 6); `nil` for
    /// `unknown`, for a name that hides the address, and for nonsense.
    private static func address(_ text: String) -> String? {
        var address = text
        if text.hasPrefix("[") {
            address = String(text.dropFirst().prefix { $0 != "]" })
        } else if text.count(where: { $0 == ":" }) == 1 {
            address = String(text.prefix { $0 != ":" })
        }
        return Network(address) == nil || address.contains("/") ? nil : address
    }

    private static func scheme(_ text: String) -> String? {
        let scheme = text.lowercased()
        return scheme == "http" || scheme == "https" ? scheme : nil
    }

    private static func host(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return HostField.isValid(bytes.span, bytes.indices) ? text : nil
    }
}
