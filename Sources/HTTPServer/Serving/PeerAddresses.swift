/// Addresses, and networks of them (`10.0.0.0/8`), by which those who connect are known; `unix`
/// stands for local sockets.
public struct PeerAddresses: Sendable, Equatable {
    private let networks: [Network]
    private let hasLocalSockets: Bool

    /// Reads addresses, networks and `unix`; `nil` if one of them is none of these.
    public init?(_ texts: some Collection<String>) {
        var networks: [Network] = []
        for text in texts where text != "unix" {
            guard let network = Network(text) else { return nil }
            networks.append(network)
        }
        self.networks = networks
        hasLocalSockets = texts.contains("unix")
    }

    /// Whether an address, as `Request.peerAddress` has them, is one of these.
    public func contains(_ address: String) -> Bool {
        address == "unix" ? hasLocalSockets : networks.contains { $0.contains(address) }
    }
}
