import CLinux
import Glibc

/// The socket by which a service tells systemd how it is (`sd_notify(3)`).
struct NotifySocket: Sendable {
    /// A path, or a name in the abstract space that begins with `@`.
    let path: String

    /// Sends one message; false if it did not arrive, which is no reason to stop serving.
    @discardableResult func send(_ message: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        let isAbstract = name.first == UInt8(ascii: "@")
        if isAbstract { name[0] = 0 }
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard !name.isEmpty, name.count < room else { return false }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
        // All bytes count in an abstract name, so its end is told by the length (unix(7)).
        let start = MemoryLayout<sockaddr_un>.size - room
        let length = socklen_t(start + name.count + (isAbstract ? 0 : 1))
        let number = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return false }
        let descriptor = FileDescriptor(number)
        let bytes = Array(message.utf8)
        let sent = unsafe withUnsafePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe sendto(
                    descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
        return sent == bytes.count
    }
}

extension Systemd {
    /// What systemd has told this process; `nil` if it was not started by it.
    public static var ofThisProcess: Systemd? {
        Systemd(process: Int(getpid())) { name in
            guard let value = unsafe getenv(name) else { return nil }
            return unsafe String(cString: value)
        }
    }
}
