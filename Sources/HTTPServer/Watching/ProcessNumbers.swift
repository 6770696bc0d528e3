import Glibc

/// What the system knows of this process, under the names that Prometheus' own clients use.
enum ProcessNumbers {
    static func write(startedAt milliseconds: Int, to text: inout Exposition) {
        text.begin("process_start_time_seconds", .gauge, "When the server was made, since 1970.")
        text.add(Double(milliseconds) / 1000)
        if let bytes = residentBytes {
            text.begin("process_resident_memory_bytes", .gauge, "Memory in use.")
            text.add(bytes)
        }
        if let count = openDescriptors {
            text.begin("process_open_fds", .gauge, "Descriptors open.")
            text.add(count)
        }
        var limit = rlimit()
        let kind = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        if unsafe getrlimit(kind, &limit) == 0 {
            text.begin("process_max_fds", .gauge, "Descriptors that may be open.")
            text.add(Int(clamping: limit.rlim_cur))
        }
    }

    /// The second number of `/proc/self/statm` counts pages (proc(5)).
    private static var residentBytes: Int? {
        guard let file = unsafe fopen("/proc/self/statm", "re") else { return nil }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        let numbers = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
        guard numbers.count > 1, let pages = Int(numbers[1]) else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    private static var openDescriptors: Int? {
        guard let folder = unsafe opendir("/proc/self/fd") else { return nil }
        defer { unsafe closedir(folder) }
        var count = 0
        while let entry = unsafe readdir(folder) {
            if unsafe entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
        }
        // Not the one that is read.
        return count - 1
    }
}
