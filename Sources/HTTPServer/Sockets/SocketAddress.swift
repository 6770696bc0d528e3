import CLinux
import Glibc

/// An address of the system's own form, of any family.
@safe struct SocketAddress {
    private(set) var storage = sockaddr_storage()
    private(set) var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// Room for an address the system will give.
    init() {}

    /// An address to listen at.
    init(_ address: ListenAddress) throws(ServerError) {
        switch address {
        case .tcp(let host, let port): try self.init(host: host, port: port)
        case .unix(let path): try self.init(path: path)
        case .inherited: throw .nothingInherited
        }
    }

    private init(host: String, port: UInt16) throws(ServerError) {
        let host = host == "localhost" ? "127.0.0.1" : host == "*" ? "::" : host
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if unsafe inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            fill(with: four)
        } else if unsafe inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            fill(with: six)
        } else {
            throw .notAnAddress(host)
        }
    }

    private init(path: String) throws(ServerError) {
        var local = sockaddr_un()
        local.sun_family = sa_family_t(AF_UNIX)
        let isShort = unsafe withUnsafeMutableBytes(of: &local.sun_path) { room in
            guard path.utf8.count < room.count else { return false }
            unsafe room.copyBytes(from: path.utf8)
            return true
        }
        guard isShort else { throw .pathTooLong(path) }
        fill(with: local)
    }

    private mutating func fill<Address>(with address: Address) {
        length = socklen_t(MemoryLayout<Address>.size)
        unsafe withUnsafeMutableBytes(of: &storage) { room in
            unsafe room.storeBytes(of: address, as: Address.self)
        }
    }

    var family: Int32 { Int32(storage.ss_family) }

    /// Hands the address to a system call that reads or writes it.
    mutating func pass(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32 {
        unsafe withUnsafeMutablePointer(to: &storage) { storage in
            unsafe storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe call(address, &length)
            }
        }
    }

    /// The numeric host; of IPv4 in IPv6, the IPv4 address.
    var host: String {
        switch family {
        case AF_INET:
            return Self.text(read(sockaddr_in.self).sin_addr, AF_INET)
        case AF_INET6:
            let address = read(sockaddr_in6.self).sin6_addr
            let text = Self.text(address, AF_INET6)
            return text.hasPrefix("::ffff:") && text.contains(".")
                ? String(text.dropFirst(7)) : text
        default:
            return "unix"
        }
    }

    /// The port; `nil` for a local socket.
    var port: UInt16? {
        switch family {
        case AF_INET: UInt16(bigEndian: read(sockaddr_in.self).sin_port)
        case AF_INET6: UInt16(bigEndian: read(sockaddr_in6.self).sin6_port)
        default: nil
        }
    }

    /// The path of a local socket.
    var path: String {
        let local = read(sockaddr_un.self)
        return unsafe withUnsafeBytes(of: local.sun_path) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private func read<Address>(_ type: Address.Type) -> Address {
        unsafe withUnsafeBytes(of: storage) { unsafe $0.load(as: type) }
    }

    private static func text<Address>(_ address: Address, _ family: Int32) -> String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isText = unsafe withUnsafeBytes(of: address) { address in
            unsafe inet_ntop(family, address.baseAddress, &text, socklen_t(text.count)) != nil
        }
        guard isText else { return "" }
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
