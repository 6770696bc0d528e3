import Glibc
import HTTPServer

/// A file that is written before it is sent, so that it needs no memory and is whole or not sent.
///
/// It has its name beside the database, where there is room and nobody else may look, and only
/// until it is given away: then nothing but the response keeps it.
final class SpooledFile {
    private let path: String
    private let descriptor: Int32

    /// - Throws: What the system says.
    init(beside database: String) throws {
        // The last six letters are for the system to choose (mkstemp(3)).
        var name = Array("\(database)-export-XXXXXX".utf8CString)
        descriptor = unsafe mkstemp(&name)
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw failure }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        _ = unsafe unlink(path)
    }

    /// Writes all of `bytes` after what is there.
    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure }
            rest = rest.dropFirst(count)
        }
    }

    /// The file with all that was written, to be sent.
    func finished() throws -> OpenFile {
        try OpenFile(path: path)
    }

    private var failure: FolderError {
        FolderError(path: path, reason: unsafe String(cString: strerror(errno)))
    }
}
