import Glibc

/// A file of those that backups are made of and restored from, by its path.
struct KeptFile: Equatable {
    let path: String

    /// What the system said of a file.
    struct Trouble: Error, CustomStringConvertible {
        let description: String

        /// The error that the last call left behind.
        fileprivate init(_ path: String) {
            description = "\(path): \(unsafe String(cString: strerror(errno)))"
        }
    }

    init(_ path: String) {
        self.path = path
    }

    /// The last part of the path.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The folder that the file is in.
    var folder: KeptFile {
        guard let slash = path.lastIndex(of: "/") else { return KeptFile(".") }
        return KeptFile(path[..<slash].isEmpty ? "/" : String(path[..<slash]))
    }

    /// A file in this folder.
    func file(_ name: String) -> KeptFile { KeptFile("\(path)/\(name)") }

    /// The file whose name is this one's and an ending.
    func with(_ ending: String) -> KeptFile { KeptFile(path + ending) }

    var isThere: Bool { status != nil }

    /// Whether it is a folder, or leads to one.
    var isFolder: Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    var size: Int { status.map { Int($0.st_size) } ?? 0 }

    /// Whether the file stays when this name is taken away.
    var hasOtherName: Bool { status.map { $0.st_nlink > 1 } ?? false }

    /// Whether both are names of one file.
    func isSame(as other: KeptFile) -> Bool {
        guard let status, let others = other.status else { return false }
        return status.st_ino == others.st_ino && status.st_dev == others.st_dev
    }

    /// The first bytes of the file, at most so many.
    func beginning(_ count: Int) throws(Trouble) -> [UInt8] {
        guard let file = unsafe fopen(path, "rbe") else { throw Trouble(path) }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        return Array(bytes[..<(unsafe fread(&bytes, 1, count, file))])
    }

    /// The names of what is in this folder, no folders and no links among them.
    func names() throws(Trouble) -> [String] {
        guard let directory = unsafe opendir(path) else { throw Trouble(path) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            guard let status = file(name).status, status.st_mode & S_IFMT == S_IFREG else {
                continue
            }
            names.append(name)
        }
        return names.sorted()
    }

    /// Has what was written into the file, or the names in the folder, on the disk.
    func sync() throws(Trouble) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Trouble(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Trouble(path) }
    }

    /// Makes the file empty; one that is not there stays so.
    func empty() throws(Trouble) {
        guard unsafe truncate(path, 0) == 0 || errno == ENOENT else { throw Trouble(path) }
    }

    /// Gives the file another name, in the place of one that had it.
    func move(to other: KeptFile) throws(Trouble) {
        guard unsafe rename(path, other.path) == 0 else { throw Trouble(other.path) }
    }

    /// Gives the file a second name, which nothing may have yet.
    func alsoName(_ other: KeptFile) throws(Trouble) {
        guard unsafe link(path, other.path) == 0 else { throw Trouble(other.path) }
    }

    /// Takes the name away; one that is not there is no trouble.
    func remove() throws(Trouble) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw Trouble(path) }
    }

    /// Gives the file the owner of another, and its rights where that is no folder.
    ///
    /// Only the system's administrator can give files away; whoever else restores a database keeps
    /// it.
    func belong(as other: KeptFile) throws(Trouble) {
        guard let others = other.status else { return }
        if others.st_mode & S_IFMT == S_IFREG {
            guard unsafe chmod(path, others.st_mode & 0o777) == 0 else { throw Trouble(path) }
        }
        guard geteuid() == 0 else { return }
        guard unsafe chown(path, others.st_uid, others.st_gid) == 0 else { throw Trouble(path) }
    }

    private var status: stat? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status : nil
    }
}
