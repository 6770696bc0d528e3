import Glibc

/// A folder for the files of tests, which goes with all in it when the tests are over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        _ = Self.sweep
        var template = Array("\(Self.all)-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw FolderFailure(path: Self.all) }
        path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        Self.remove(path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, with the folder that it lies in.
    func write(_ bytes: [UInt8], to name: String) throws {
        if let slash = name.lastIndex(of: "/") {
            unsafe mkdir(file(String(name[..<slash])), 0o700)
        }
        guard let file = unsafe fopen(file(name), "wbe") else {
            throw FolderFailure(path: self.file(name))
        }
        defer { unsafe fclose(file) }
        guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw FolderFailure(path: self.file(name))
        }
    }

    /// Overwrites the beginning of a file that others have open.
    func damage(_ name: String, with bytes: [UInt8]) throws {
        guard let file = unsafe fopen(file(name), "r+b") else {
            throw FolderFailure(path: self.file(name))
        }
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }

    /// Portals that are kept for all tests are never taken down: what they leave goes at the end.
    private static let sweep: Void = {
        atexit { TemporaryFolder.removeAll() }
    }()

    /// What the names of this run's folders begin with, in the folder that POSIX promises.
    private static let all = "/tmp/portal-tests-\(getpid())"

    private static func removeAll() {
        for name in names(in: "/tmp") where "/tmp/\(name)".hasPrefix(all + "-") {
            remove("/tmp/\(name)")
        }
    }

    private static func remove(_ path: String) {
        // A link goes, and not what it leads to.
        if unsafe unlink(path) == 0 { return }
        for name in names(in: path) { remove("\(path)/\(name)") }
        unsafe Glibc.remove(path)
    }

    /// The names in a folder; none if it is not one.
    private static func names(in path: String) -> [String] {
        guard let directory = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}

/// A folder that the tests need and cannot have.
struct FolderFailure: Error {
    let path: String
}
