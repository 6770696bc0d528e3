import Glibc

/// Files that a person names on the command line.
enum WrittenFile {
    /// A file that cannot be read or written, and why.
    private struct Trouble: Error, CustomStringConvertible {
        let description: String

        /// The error that the last call left behind.
        init(_ path: String) {
            description = "\(path): \(unsafe String(cString: strerror(errno)))"
        }
    }

    static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "rbe") else { throw Trouble(path) }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            if count < chunk.count { break }
        }
        guard unsafe ferror(file) == 0 else { throw Trouble(path) }
        return bytes
    }

    /// Takes away a database with what SQLite keeps beside it.
    static func remove(database path: String) {
        for ending in ["", "-wal", "-shm", "-lock"] { unsafe unlink(path + ending) }
    }

    /// Writes the whole file beside its place and then puts it there, so that there is never half
    /// of it.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let beside = "\(path).part"
        guard let file = unsafe fopen(beside, "wbe") else { throw Trouble(beside) }
        let count = unsafe fwrite(bytes, 1, bytes.count, file)
        let isClosed = unsafe fclose(file) == 0
        guard count == bytes.count, isClosed, unsafe rename(beside, path) == 0 else {
            let trouble = Trouble(path)
            unsafe unlink(beside)
            throw trouble
        }
    }
}
