import Glibc
import Testing

@testable import HTTPServer

/// An empty folder of a test's own, gone with its last reference.
final class Folder {
    let path: String
    private var made: [String] = []

    init() throws {
        // POSIX promises /tmp to every program.
        var template = Array("/tmp/http-server-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in made.reversed() { unsafe remove(path + "/" + name) }
        unsafe rmdir(path)
    }

    func add(folder name: String) {
        unsafe mkdir(path + "/" + name, 0o755)
        made.append(name)
    }

    /// Writes a file, over what is there.
    @discardableResult func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = path + "/" + name
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let file = try FileDescriptor.adopting(unsafe open(path, flags, 0o644), from: "open")
        try #require(unsafe Glibc.write(file.number, bytes, bytes.count) == bytes.count)
        made.append(name)
        return path
    }

    /// Puts a new file in the place of one, as a careful program does.
    func replace(_ name: String, _ bytes: [UInt8]) throws {
        let new = try write(".new", bytes)
        try #require(unsafe rename(new, path + "/" + name) == 0)
    }

    /// Cuts a file off.
    func truncate(_ name: String, to size: Int) {
        unsafe Glibc.truncate(path + "/" + name, size)
    }

    func link(_ name: String, to path: String) {
        unsafe symlink(path, self.path + "/" + name)
        made.append(name)
    }
}
