import CLinux
import Glibc

/// SIGTERM and SIGINT, read from a descriptor instead of interrupting.
///
/// Made before other threads start, so that they inherit the mask and only
/// the descriptor sees the signals.
struct Signals: ~Copyable {
    private let descriptor: FileDescriptor

    init() throws(SystemError) {
        var set = Self.set()
        Self.mask(SIG_BLOCK)
        descriptor = try FileDescriptor.adopting(
            unsafe signalfd(-1, &set, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK)), from: "signalfd")
    }

    deinit {
        // What has come is taken, or it would be delivered, and kill, when it is let through.
        var signal = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        while unsafe read(descriptor.number, &signal, size) == size {}
        Self.mask(SIG_UNBLOCK)
    }

    var number: Int32 { descriptor.number }

    /// A peer that has gone is an error of `send`, never a signal.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    private static func set() -> sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGTERM)
        unsafe sigaddset(&set, SIGINT)
        return set
    }

    private static func mask(_ operation: Int32) {
        var set = set()
        unsafe pthread_sigmask(operation, &set, nil)
    }
}
