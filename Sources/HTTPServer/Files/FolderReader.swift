import Glibc

/// Reads a folder whole: every regular file in it and below, by its path from there.
///
/// Hidden files and symbolic links are left out: what is served was put there to be served.
enum FolderReader {
    struct File {
        let name: String
        let bytes: [UInt8]
        let modified: Int
    }

    /// Bytes of one file; a larger one does not belong in memory.
    static let fileLimit = 32 << 20

    static func read(_ root: String) throws(ServerError) -> [File] {
        var files: [File] = []
        do throws(SystemError) {
            try read(root, "", &files)
        } catch {
            throw .unreadable(error, root)
        }
        return files.sorted { $0.name < $1.name }
    }

    private static func read(
        _ folder: String, _ prefix: String, _ files: inout [File]
    ) throws(SystemError) {
        guard let stream = unsafe opendir(folder) else { throw SystemError("opendir") }
        defer { unsafe closedir(stream) }
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if name.hasPrefix(".") { continue }
            let path = folder + "/" + name
            var status = stat()
            guard unsafe lstat(path, &status) == 0 else { throw SystemError("lstat") }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                try read(path, prefix + name + "/", &files)
            case S_IFREG:
                let bytes = try contents(path, Int(status.st_size))
                files.append(
                    File(name: prefix + name, bytes: bytes, modified: status.st_mtim.tv_sec))
            default:
                continue
            }
        }
    }

    private static func contents(_ path: String, _ size: Int) throws(SystemError) -> [UInt8] {
        guard size <= fileLimit else { throw SystemError("read", errno: EFBIG) }
        let file = try FileDescriptor.adopting(
            unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), from: "open")
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count..<size])
                let got = unsafe Glibc.read(file.number, rest.baseAddress, rest.count)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                count += got
            }
        }
        if failed { throw SystemError("read") }
        return bytes
    }
}
