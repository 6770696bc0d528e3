import Glibc

/// A path for a log of a test's own, removed with what is beside it under the same name.
final class LogPath: Sendable {
    let path: String

    init() {
        path = "/tmp/http-server-\(getpid())-\(UInt32.random(in: .min ... .max))"
    }

    deinit {
        for suffix in ["", ".1"] { unsafe unlink(path + suffix) }
    }

    /// Moves the file aside, as a log is moved before a new one is begun.
    func rotate() {
        unsafe rename(path, path + ".1")
    }

    /// The lines written so far; none if there is no file.
    func lines(_ suffix: String = "") -> [String] {
        guard let file = unsafe fopen(path + suffix, "re") else { return [] }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
