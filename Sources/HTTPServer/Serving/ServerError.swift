import Glibc

/// Why a server cannot start, and what to do about it, in one line.
public enum ServerError: Error, Equatable, CustomStringConvertible {
    /// Nowhere to listen.
    case noAddress
    /// The host is not a numeric address.
    case notAnAddress(String)
    /// What should be a proxy's address, or a network of them, is neither.
    case notANetwork(String)
    /// Another program listens there.
    case addressInUse(String)
    /// Ports below 1024, or the folder of the socket, are not ours.
    case notPermitted(String)
    /// The machine has no such address.
    case notAvailable(String)
    /// The path of a local socket is too long for the system.
    case pathTooLong(String)
    /// There is no folder for the local socket.
    case noFolder(String)
    /// No sockets were handed over.
    case nothingInherited
    /// A folder of files to serve that cannot be read.
    case unreadable(SystemError, String)
    /// A file that cannot be written, and what it was for.
    case unwritable(SystemError, String)
    /// Another failure of the system, and where.
    case system(SystemError, String)

    /// One line that says what is wrong and how to mend it.
    public var description: String {
        switch self {
        case .noAddress:
            "no address to listen at: give at least one"
        case .notAnAddress(let host):
            "\(host) is not a numeric address: use an IPv4 or IPv6 address, localhost or *"
        case .notANetwork(let text):
            "\(text) is not a proxy's address: use a numeric address, a network such as 10.0.0.0/8, or unix"
        case .addressInUse(let address):
            "\(address) is in use: stop the other program or choose another port"
        case .notPermitted(let address):
            "no permission to listen at \(address): use a port above 1023 or a folder you may write"
        case .notAvailable(let address):
            "this machine has no address \(address): choose one of its own, or *"
        case .pathTooLong(let path):
            "\(path) is too long for a socket: use a path of at most 107 bytes"
        case .noFolder(let path):
            "there is no folder for \(path): create it first"
        case .nothingInherited:
            "no sockets were handed over (LISTEN_FDS): start from a systemd socket unit or give an address"
        case .unreadable(let error, let folder):
            "cannot read \(folder): \(error): check that it is there and may be read"
        case .unwritable(let error, let file):
            "cannot write \(file): \(error): choose a file in a folder that may be written"
        case .system(let error, let address):
            "cannot listen at \(address): \(error)"
        }
    }

    init(_ error: SystemError, at address: String) {
        switch error.errno {
        case EADDRINUSE: self = .addressInUse(address)
        case EACCES, EPERM: self = .notPermitted(address)
        case EADDRNOTAVAIL: self = .notAvailable(address)
        case ENOENT, ENOTDIR: self = .noFolder(address)
        default: self = .system(error, address)
        }
    }
}
