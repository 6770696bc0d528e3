import CLinux
import Glibc

/// SIGTERM, SIGINT and SIGHUP, read from a descriptor instead of interrupting.
///
/// Made before other threads start, so that they inherit the mask and only
/// the descriptor sees the signals.
struct Signals: ~Copyable {
    /// What a signal asks for.
    enum Order {
        /// SIGTERM or SIGINT.
        case stop
        /// SIGHUP.
        case reload
    }

    private static let stopping = [SIGTERM, SIGINT]
    private static let all = stopping + [SIGHUP]

    private let descriptor: FileDescriptor

    init() throws(SystemError) {
        var set = Self.set(Self.all)
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        descriptor = try FileDescriptor.adopting(
            unsafe signalfd(-1, &set, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK)), from: "signalfd")
    }

    deinit {
        // What has come is taken, or it would be delivered, and kill, when it is let through.
        while take() != nil {}
        letThrough(Self.all)
    }

    var number: Int32 { descriptor.number }

    /// The next signal that has come, or `nil` if there is none.
    func take() -> Order? {
        var signal = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        guard unsafe read(descriptor.number, &signal, size) == size else { return nil }
        return signal.ssi_signo == UInt32(SIGHUP) ? .reload : .stop
    }

    /// Lets the next SIGTERM or SIGINT do what it does to any program: end it at once.
    func letStopsThrough() {
        letThrough(Self.stopping)
    }

    private func letThrough(_ signals: [Int32]) {
        var set = Self.set(signals)
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// A peer that has gone is an error of `send`, never a signal.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    private static func set(_ signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in signals { unsafe sigaddset(&set, signal) }
        return set
    }
}
