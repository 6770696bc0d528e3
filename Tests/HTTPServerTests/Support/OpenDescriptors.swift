import Glibc

/// How many descriptors this process has open, as the system lists them.
struct OpenDescriptors {
    private(set) var all = 0
    private(set) var sockets = 0

    init() {
        guard let folder = unsafe opendir("/proc/self/fd") else { return }
        defer { unsafe closedir(folder) }
        let own = unsafe dirfd(folder)
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            guard let number = Int32(name), number != own else { continue }
            all += 1
            var status = stat()
            if unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK {
                sockets += 1
            }
        }
    }

    /// Whether there come to be so many sockets; the others are given some seconds to be closed.
    static func come(to sockets: Int) -> Bool {
        for _ in 0..<2000 {
            if OpenDescriptors().sockets == sockets { return true }
            waitAMoment()
        }
        return false
    }
}
