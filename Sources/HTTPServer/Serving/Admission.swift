import Synchronization

/// Counts connections over all loops, in all and by address.
final class Admission: Sendable {
    private struct Counts {
        var all = 0
        var byAddress: [String: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let limits: Limits

    init(_ limits: Limits) {
        self.limits = limits
    }

    /// Whether one more may come in; then `leave` must be called when it goes.
    func enter(_ address: String) -> Bool {
        counts.withLock { counts in
            guard counts.all < limits.connections else { return false }
            if !Self.isLocal(address) {
                let number = counts.byAddress[address, default: 0]
                guard number < limits.connectionsPerAddress else { return false }
                counts.byAddress[address] = number + 1
            }
            counts.all += 1
            return true
        }
    }

    func leave(_ address: String) {
        counts.withLock { counts in
            counts.all -= 1
            guard let number = counts.byAddress[address] else { return }
            counts.byAddress[address] = number > 1 ? number - 1 : nil
        }
    }

    /// A proxy on this machine, or its owner: not a stranger who takes all places.
    private static func isLocal(_ address: String) -> Bool {
        address == "unix" || address == "::1" || address.hasPrefix("127.")
    }
}
