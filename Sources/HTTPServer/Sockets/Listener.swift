import CLinux
import Glibc

/// A listening socket of one event loop.
///
/// A class because several sit in an array.
final class Listener: Sendable {
    private let descriptor: FileDescriptor
    let address: BoundAddress
    /// Whether other loops listen on the same socket.
    let isShared: Bool
    private let isInherited: Bool

    /// What became of taking a connection.
    enum Accepted: ~Copyable {
        case connection(FileDescriptor, peer: String)
        /// Nobody waits.
        case none
        /// That one is gone already; ask again.
        case gone
        /// Out of descriptors or memory: wait.
        case exhausted
    }

    private init(
        _ descriptor: consuming FileDescriptor, isShared: Bool, isInherited: Bool
    ) throws(SystemError) {
        var bound = SocketAddress()
        let number = descriptor.number
        guard unsafe bound.pass({ unsafe getsockname(number, $0, $1) }) == 0 else {
            throw SystemError("getsockname")
        }
        address = BoundAddress(host: bound.port == nil ? bound.path : bound.host, port: bound.port)
        self.descriptor = descriptor
        self.isShared = isShared
        self.isInherited = isInherited
    }

    var number: Int32 { descriptor.number }

    /// Takes the next waiting connection.
    func accept() -> Accepted {
        var peer = SocketAddress()
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let number = unsafe peer.pass { unsafe accept4(descriptor.number, $0, $1, flags) }
        if number >= 0 { return .connection(FileDescriptor(number), peer: peer.host) }
        switch errno {
        case EAGAIN: return .none
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
        // Network errors of a connection that was never ours to see (accept(2), "Error handling").
        default: return .gone
        }
    }

    /// Takes no more connections from now on; a socket that is systemd's stays open for what
    /// it starts next.
    func stop() {
        if !isInherited { shutdown(number, Int32(SHUT_RDWR)) }
    }

    /// Takes away the file of a local socket of our own.
    func removeFile() {
        if !isInherited, address.port == nil { unsafe unlink(address.host) }
    }
}

extension Listener {
    /// Binds an address for `count` loops, a listener for each.
    ///
    /// TCP gives each loop a socket of its own, so that the system shares connections out;
    /// others are shared.
    static func bind(_ address: ListenAddress, count: Int) throws(ServerError) -> [[Listener]] {
        switch address {
        case .tcp(let host, let port):
            return [try tcp(host, port, count)]
        case .unix(let path):
            removeStaleSocket(path)
            let descriptor = try open(address, shares: false)
            return [try copies(of: descriptor, count, address.description)]
        case .inherited:
            return try inherited(count)
        }
    }

    private static func tcp(
        _ host: String, _ port: UInt16, _ count: Int
    ) throws(ServerError) -> [Listener] {
        if port != 0 {
            // Sockets that share a port would share it with another copy of this program, too:
            // one that does not share finds out whether the port is free.
            _ = try open(.tcp(host: host, port: port), shares: false, listens: false)
        }
        var listeners: [Listener] = []
        for _ in 0..<count {
            let address = ListenAddress.tcp(host: host, port: listeners.first?.address.port ?? port)
            let descriptor = try open(address, shares: true)
            listeners.append(try listener(descriptor, isShared: false, address.description))
        }
        return listeners
    }

    /// Sockets from 3 on, as `sd_listen_fds(3)` has it.
    private static func inherited(_ count: Int) throws(ServerError) -> [[Listener]] {
        guard let pid = unsafe getenv("LISTEN_PID"), unsafe atoi(pid) == getpid(),
            let number = unsafe getenv("LISTEN_FDS"), case let sockets = unsafe atoi(number),
            sockets > 0, sockets < 1000
        else { throw .nothingInherited }
        var result: [[Listener]] = []
        for number in 3..<(3 + sockets) {
            let descriptor = FileDescriptor(number)
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
            _ = fcntl(number, F_SETFL, O_NONBLOCK)
            result.append(try copies(of: descriptor, count, ListenAddress.inherited.description))
        }
        return result
    }

    private static func copies(
        of descriptor: borrowing FileDescriptor, _ count: Int, _ name: String
    ) throws(ServerError) -> [Listener] {
        var listeners: [Listener] = []
        for _ in 0..<count {
            let copy = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3)
            guard copy >= 0 else { throw ServerError(SystemError("fcntl"), at: name) }
            listeners.append(try listener(FileDescriptor(copy), isShared: count > 1, name))
        }
        return listeners
    }

    private static func listener(
        _ descriptor: consuming FileDescriptor, isShared: Bool, _ name: String
    ) throws(ServerError) -> Listener {
        do throws(SystemError) {
            return try Listener(
                descriptor, isShared: isShared,
                isInherited: name == ListenAddress.inherited.description)
        } catch {
            throw ServerError(error, at: name)
        }
    }

    private static func open(
        _ address: ListenAddress, shares: Bool, listens: Bool = true
    ) throws(ServerError) -> FileDescriptor {
        var target = try SocketAddress(address)
        let type =
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
            | Int32(SOCK_CLOEXEC.rawValue)
        let number = socket(target.family, type, 0)
        guard number >= 0 else { throw ServerError(SystemError("socket"), at: address.description) }
        let descriptor = FileDescriptor(number)
        set(SO_REUSEADDR, number)
        if shares { set(SO_REUSEPORT, number) }
        guard unsafe target.pass({ unsafe Glibc.bind(number, $0, $1.pointee) }) == 0 else {
            throw ServerError(SystemError("bind"), at: address.description)
        }
        guard !listens || listen(number, 1024) == 0 else {
            throw ServerError(SystemError("listen"), at: address.description)
        }
        return descriptor
    }

    private static func set(_ option: Int32, _ number: Int32) {
        var on: Int32 = 1
        unsafe setsockopt(number, SOL_SOCKET, option, &on, socklen_t(4))
    }

    /// Removes the file of a socket that no process listens at any more.
    private static func removeStaleSocket(_ path: String) {
        guard var target = try? SocketAddress(.unix(path: path)) else { return }
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return }
        let descriptor = FileDescriptor(number)
        let result = unsafe target.pass { unsafe connect(descriptor.number, $0, $1.pointee) }
        if result < 0, errno == ECONNREFUSED { unsafe unlink(path) }
    }
}
