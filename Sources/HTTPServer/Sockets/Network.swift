import Glibc

/// An address, or all addresses that begin with the same bits: `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`.
struct Network: Sendable, Equatable {
    /// The address in the form of IPv6, where one of IPv4 is `::ffff:a.b.c.d` (RFC 4291, 2.5.5.2).
    private let address: UInt128
    private let bits: Int

    /// Reads an address or a network; `nil` if it is neither.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let (address, width) = Self.parse(String(parts[0])) else {
            return nil
        }
        var bits = 128
        if parts.count == 2 {
            guard let length = Int(parts[1]), (0...width).contains(length) else { return nil }
            bits = 128 - width + length
        }
        self.bits = bits
        self.address = address & Self.mask(bits)
    }

    func contains(_ text: String) -> Bool {
        guard let (other, _) = Self.parse(text) else { return false }
        return other & Self.mask(bits) == address
    }

    private static func mask(_ bits: Int) -> UInt128 {
        bits == 0 ? 0 : ~0 << UInt128(128 - bits)
    }

    /// An address, and how many bits its own family has.
    private static func parse(_ text: String) -> (UInt128, Int)? {
        var four = in_addr()
        if unsafe inet_pton(AF_INET, text, &four) == 1 {
            return (0xffff << 32 | UInt128(UInt32(bigEndian: four.s_addr)), 32)
        }
        var six = in6_addr()
        guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let number = unsafe withUnsafeBytes(of: six) { bytes in
            unsafe bytes.reduce(0 as UInt128) { $0 << 8 | UInt128($1) }
        }
        return (number, 128)
    }
}
