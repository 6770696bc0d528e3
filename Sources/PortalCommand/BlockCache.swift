import Glibc

/// What the C library keeps of freed memory.
enum BlockCache {
    private static let variable = "GLIBC_TUNABLES"
    /// Freed blocks that each thread keeps of a size: about as many as one page needs; and how
    /// much freed memory is kept in all, and from what size on a block is not kept, in bytes.
    private static let setting =
        "glibc.malloc.tcache_count=2000:glibc.malloc.trim_threshold=16777216"
        + ":glibc.malloc.mmap_threshold=4194304"

    /// Starts the program again with more kept, unless somebody has chosen.
    ///
    /// A page is made of some thousands of small blocks and one large one, which are freed
    /// together. By itself the library keeps seven of a size, merges the others and cuts them up
    /// again for the next page, and gives the large one back to the system, which must clear it
    /// each time: together a tenth of a page's time. It reads the setting only when a program
    /// starts. Where it cannot be started again it goes on as it is.
    static func enlarge() {
        guard unsafe getenv(variable) == nil, unsafe setenv(variable, setting, 0) == 0 else {
            return
        }
        // By its own name, which is what the system then calls the process.
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return }
        unsafe execv(path, CommandLine.unsafeArgv)
        unsafe free(path)
    }
}
