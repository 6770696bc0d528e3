import CLinux
import Glibc

@testable import HTTPServer

/// The other end of `sd_notify`: a datagram socket that hears what a service says.
final class NotifyReceiver: Sendable {
    let name: String
    private let descriptor: FileDescriptor

    /// Listens at a path, or at a name in the abstract space when that begins with `@`.
    init(_ name: String) throws {
        self.name = name
        descriptor = try FileDescriptor.adopting(
            socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0),
            from: "socket")
        // A service that says nothing fails the test instead of hanging it.
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        unsafe setsockopt(descriptor.number, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let start = MemoryLayout<sockaddr_un>.size - MemoryLayout.size(ofValue: address.sun_path)
        let length = socklen_t(start + bytes.count + (bytes[0] == 0 ? 0 : 1))
        let result = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor.number, $0, length)
            }
        }
        guard result == 0 else { throw SystemError("bind") }
    }

    deinit {
        if name.hasPrefix("/") { unsafe unlink(name) }
    }

    /// The next message, line by line; none if nothing comes.
    func next() -> [String] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe recv(descriptor.number, &bytes, bytes.count, 0)
        guard count > 0 else { return [] }
        return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }
}
