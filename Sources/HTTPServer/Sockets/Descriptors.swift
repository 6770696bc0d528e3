import Glibc

/// How many descriptors this process may have open.
enum Descriptors {
    /// Raises the soft limit as far as needed and allowed.
    ///
    /// Without it a limit of 1024, which many systems begin with, is reached before ours and
    /// clients would wait instead of being told.
    static func makeRoom(for count: Int) {
        var limit = rlimit()
        let kind = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        guard unsafe getrlimit(kind, &limit) == 0, limit.rlim_cur < rlim_t(count) else { return }
        limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
        unsafe setrlimit(kind, &limit)
    }
}
