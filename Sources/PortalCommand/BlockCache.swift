import Glibc

/// The C library's own cache of freed blocks, of which every thread has one.
enum BlockCache {
    private static let variable = "GLIBC_TUNABLES"
    /// Freed blocks kept of each size: about as many as one page needs.
    private static let setting = "glibc.malloc.tcache_count=2000"

    /// Starts the program again with a larger cache, unless somebody has chosen.
    ///
    /// A page is made of some thousands of small blocks that are freed together, and the cache
    /// keeps seven of a size: the others are merged and cut up again for the next page, which
    /// is a fifteenth of a page's time. The library reads the setting only when a program
    /// starts. Where it cannot be started again it goes on as it is.
    static func enlarge() {
        guard unsafe getenv(variable) == nil, unsafe setenv(variable, setting, 0) == 0 else {
            return
        }
        unsafe execv("/proc/self/exe", CommandLine.unsafeArgv)
    }
}
