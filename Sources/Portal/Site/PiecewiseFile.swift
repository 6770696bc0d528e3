import Glibc

/// A file that is read piece by piece, so that it may be of any size.
final class PiecewiseFile {
    /// Its size in bytes when it was opened.
    let size: Int
    /// How many bytes have been read.
    private(set) var place = 0
    private let path: String
    private let descriptor: Int32

    /// Opens a file.
    init(_ path: String) throws(FolderError) {
        self.path = path
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(path) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Self.error(path) }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills a buffer from a place on with the next bytes.
    ///
    /// - Returns: How many came; none only after the last.
    func read(into buffer: inout [UInt8], at start: Int = 0) throws(FolderError) -> Int {
        while true {
            let room = buffer.count - start
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(descriptor, bytes.baseAddress.map { unsafe $0 + start }, room)
            }
            if count >= 0 {
                place += count
                return count
            }
            guard errno == EINTR else { throw Self.error(path) }
        }
    }

    private static func error(_ path: String) -> FolderError {
        FolderError(path: path, reason: unsafe String(cString: strerror(errno)))
    }
}
