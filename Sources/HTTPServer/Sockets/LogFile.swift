import Glibc

/// Where the lines of the access log go.
public enum LogDestination: Sendable, Equatable, CustomStringConvertible {
    /// The program's own output, for who collects it (systemd's journal, a container).
    case standardOutput
    /// A file, which is created if need be and only ever added to.
    case file(String)

    /// The file, in a message.
    public var description: String {
        switch self {
        case .standardOutput: "the standard output"
        case .file(let path): path
        }
    }
}

/// An open log, which never keeps its writer waiting for longer than it is told.
struct LogFile: ~Copyable, Sendable {
    private let descriptor: FileDescriptor
    /// Whether writing waits for a reader: a pipe, a socket or a terminal.
    private let hasReader: Bool

    static func open(_ destination: LogDestination) throws(SystemError) -> LogFile {
        switch destination {
        case .standardOutput:
            LogFile(
                try FileDescriptor.adopting(
                    fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3), from: "fcntl"))
        case .file(let path):
            LogFile(
                try FileDescriptor.adopting(
                    unsafe Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640),
                    from: "open"))
        }
    }

    private init(_ descriptor: consuming FileDescriptor) {
        var status = stat()
        let isKnown = unsafe fstat(descriptor.number, &status) == 0
        hasReader = isKnown && status.st_mode & S_IFMT != S_IFREG
        self.descriptor = descriptor
    }

    /// Writes what it can and takes that away; nobody reading for so long, or a full disk, is
    /// an error, after which the rest can be tried again.
    func write(
        _ bytes: inout [UInt8], patience milliseconds: Int32
    ) throws(SystemError) {
        var written = 0
        defer { bytes.removeFirst(written) }
        while written < bytes.count {
            if hasReader {
                var event = pollfd(fd: descriptor.number, events: Int16(POLLOUT), revents: 0)
                guard unsafe poll(&event, 1, milliseconds) > 0 else {
                    throw SystemError("write", errno: EAGAIN)
                }
            }
            // A pipe that is ready takes this much without making us wait (pipe(7)).
            let room = hasReader ? min(4096, bytes.count - written) : bytes.count - written
            let count = unsafe bytes.withUnsafeBytes { bytes in
                let part = unsafe UnsafeRawBufferPointer(
                    rebasing: bytes[written..<(written + room)])
                return unsafe Glibc.write(descriptor.number, part.baseAddress, part.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError("write") }
            written += count
        }
    }
}
