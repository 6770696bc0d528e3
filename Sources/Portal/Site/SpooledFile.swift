import Glibc
import HTTPServer

/// A file that is written before it is sent, so that it needs no memory and is whole or not sent.
///
/// It has its name beside the database, where there is room and nobody else may look, and only
/// until it is given away: then nothing but the response keeps it.
final class SpooledFile {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    /// - Throws: What the system says.
    init(beside database: String) throws {
        // The last six letters are for the system to choose (mkstemp(3)).
        var name = Array("\(database)-export-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&name)
        guard descriptor >= 0 else { throw FolderError(database) }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let opened = unsafe fdopen(descriptor, "wb") else {
            close(descriptor)
            _ = unsafe unlink(path)
            throw FolderError(database)
        }
        unsafe file = unsafe opened
    }

    deinit {
        unsafe fclose(file)
        _ = unsafe unlink(path)
    }

    func write(_ bytes: [UInt8]) throws {
        guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw FolderError(path)
        }
    }

    /// The file with all that was written.
    func finished() throws -> OpenFile {
        guard unsafe fflush(file) == 0 else { throw FolderError(path) }
        return try OpenFile(path: path)
    }
}
