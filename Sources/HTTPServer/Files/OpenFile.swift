import Glibc

/// A regular file kept open to be sent, whatever its size; closed with the last reference to it.
///
/// What it was when it was opened is what is sent: a file that is replaced under its name goes
/// on being sent as it was, and one that is changed in place (its size or time of change
/// differ) is not sent, or cut off where it is noticed, so that no client takes a mixture for
/// the whole. A change that keeps size and time is not noticed.
public final class OpenFile: Sendable {
    private let descriptor: FileDescriptor
    private let state: State
    /// Bytes in it.
    public let size: Int
    /// When it was last changed, as far as HTTP can say.
    public let modified: HTTPDate

    private struct State: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        init(_ status: stat) {
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// Opens a file, which may not be a symbolic link.
    ///
    /// Throws what the system says, and `EINVAL` for what is not a regular file.
    public convenience init(path: String) throws(SystemError) {
        // Not to be kept waiting by a pipe before it is known to be one.
        let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let descriptor = try FileDescriptor.adopting(unsafe open(path, flags), from: "open")
        var status = stat()
        guard unsafe fstat(descriptor.number, &status) == 0 else { throw SystemError("fstat") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError("open", errno: EINVAL) }
        self.init(descriptor, State(status))
    }

    private init(_ descriptor: consuming FileDescriptor, _ state: State) {
        self.descriptor = descriptor
        self.state = state
        size = state.size
        modified = HTTPDate(seconds: state.seconds)
    }

    var number: Int32 { descriptor.number }

    /// Whether the file is still what was opened.
    var isUnchanged: Bool {
        var status = stat()
        return unsafe fstat(number, &status) == 0 && State(status) == state
    }

    /// Reads so many bytes from a place on; fewer only at the end.
    func bytes(from start: Int, count wanted: Int) throws(SystemError) -> [UInt8] {
        let room = max(0, min(wanted, size - start))
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            while count < room {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count..<room])
                let got = unsafe pread(number, rest.baseAddress, rest.count, start + count)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                count += got
            }
        }
        if failed { throw SystemError("pread") }
        return bytes
    }

    /// The strong tag of what is in it, read piece by piece.
    func tag() throws(SystemError) -> String {
        var hash = ContentHash()
        for start in stride(from: 0, to: size, by: Self.piece) {
            let bytes = try bytes(from: start, count: Self.piece)
            hash.absorb(bytes.span)
        }
        return String(decoding: EntityTag.text(hash), as: UTF8.self)
    }

    /// Bytes read at once: a multiple of what the hash takes in a step.
    private static let piece = 8192 * ContentHash.step
}
