import Glibc

/// The processors this process may use.
enum Processors {
    static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Lets another thread that wants to run have this thread's processor.
    static func yield() {
        sched_yield()
    }
}
