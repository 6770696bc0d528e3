import Glibc

/// Opens every regular file in a folder and below, by its path from there.
///
/// Hidden files and symbolic links are left out: what is served was put there to be served.
enum FolderReader {
    struct File {
        let name: String
        let file: OpenFile
    }

    static func read(
        _ root: String, _ take: (File) throws(SystemError) -> Void
    ) throws(ServerError) {
        do throws(SystemError) {
            try read(root, "", take)
        } catch {
            throw .unreadable(error, root)
        }
    }

    private static func read(
        _ folder: String, _ prefix: String, _ take: (File) throws(SystemError) -> Void
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
            case S_IFDIR: try read(path, prefix + name + "/", take)
            case S_IFREG: try take(File(name: prefix + name, file: OpenFile(path: path)))
            default: continue
            }
        }
    }
}
