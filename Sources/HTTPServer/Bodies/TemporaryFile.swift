import CLinux
import Glibc

/// A file without a name, which is gone when it is closed, even if that is by a crash.
final class TemporaryFile: Sendable {
    private let descriptor: FileDescriptor

    init(_ descriptor: consuming FileDescriptor) {
        self.descriptor = descriptor
    }

    /// Makes an empty one on the file system of a folder.
    ///
    /// Where the file system knows no files without names it has one for an instant.
    static func make(
        in folder: String, isNamed: Bool = false
    ) throws(SystemError) -> TemporaryFile {
        let number = isNamed ? -1 : unsafe open_unnamed(folder, 0o600)
        if number >= 0 { return TemporaryFile(FileDescriptor(number)) }
        return TemporaryFile(try makeNamed(in: folder))
    }

    private static func makeNamed(in folder: String) throws(SystemError) -> FileDescriptor {
        // The last six letters are for the system to choose (mkstemp(3)).
        var path = Array("\(folder)/content-XXXXXX".utf8CString)
        let file = try FileDescriptor.adopting(unsafe mkstemp(&path), from: "mkstemp")
        guard unsafe unlink(path) == 0 else { throw SystemError("unlink") }
        guard fcntl(file.number, F_SETFD, FD_CLOEXEC) == 0 else {
            throw SystemError("fcntl")
        }
        return file
    }

    /// Writes all of `bytes` after what is there.
    func append(_ bytes: Span<UInt8>) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.extracting(written..<bytes.count).withUnsafeBytes {
                unsafe write(descriptor.number, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError("write") }
            written += count
        }
    }

    /// Shows the first `count` bytes, which have been written, as memory.
    func mapped(_ count: Int) throws(SystemError) -> MappedFile {
        let memory = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor.number, 0)
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
            throw SystemError("mmap")
        }
        return MappedFile(UInt(bitPattern: memory), count)
    }
}

/// A file read as memory.
///
/// Nobody else has the file, so it cannot become shorter meanwhile; a disk that fails to read
/// what it has written ends the program, as it would for swapped memory.
@safe final class MappedFile: Sendable {
    /// The address, as a number: what may be read anywhere may be known anywhere.
    private let address: UInt
    let count: Int

    fileprivate init(_ address: UInt, _ count: Int) {
        self.address = address
        self.count = count
    }

    deinit {
        unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    }

    func withBytes<Result, Failure: Error>(
        _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let all = unsafe UnsafeBufferPointer(
            start: UnsafePointer<UInt8>(bitPattern: address), count: count)
        return try body(unsafe all.span.extracting(range))
    }
}

extension RequestError {
    /// Content that cannot be kept: 507 if there is no room for it on the disk, 503 if the system
    /// has too much to do, else 500.
    init(keeping error: SystemError) {
        let status: HTTPStatus =
            switch error.errno {
            case ENOSPC, EDQUOT: .insufficientStorage
            case EMFILE, ENFILE, ENOMEM: .serviceUnavailable
            default: .internalServerError
            }
        self.init(status, "content not kept: \(error)")
    }
}
