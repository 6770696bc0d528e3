import CLinux
import Glibc

/// An eventfd: one thread counts it up, another waits for that.
struct Wakeup: ~Copyable, Sendable {
    private let descriptor: FileDescriptor

    enum Kind {
        /// Watched by an epoll set; never blocks.
        case polled
        /// Waited for; each signal lets one waiter go on.
        case waited
    }

    init(_ kind: Kind) throws(SystemError) {
        let flags = kind == .polled ? EFD_NONBLOCK : EFD_SEMAPHORE
        descriptor = try FileDescriptor.adopting(
            eventfd(0, Int32(flags) | Int32(EFD_CLOEXEC)), from: "eventfd")
    }

    var number: Int32 { descriptor.number }

    func signal() {
        var one: UInt64 = 1
        while unsafe write(descriptor.number, &one, 8) < 0, errno == EINTR {}
    }

    /// Takes what was signalled; a waited one blocks until there is something.
    func take() {
        var count: UInt64 = 0
        while unsafe read(descriptor.number, &count, 8) < 0, errno == EINTR {}
    }

    /// What ended a wait.
    enum Woken {
        /// This was signalled.
        case signalled
        /// The other descriptor can be read.
        case other
        /// The time is over.
        case timeOver
    }

    /// Blocks until this or the other descriptor can be read, or so many milliseconds are over.
    func wait(or other: Int32? = nil, within milliseconds: Int = -1) -> Woken {
        var both = [pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)]
        if let other { both.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0)) }
        let patience = Int32(clamping: milliseconds)
        while unsafe poll(&both, nfds_t(both.count), patience) < 0, errno == EINTR {}
        if both.count > 1, both[1].revents != 0 { return .other }
        return both[0].revents != 0 ? .signalled : .timeOver
    }
}
