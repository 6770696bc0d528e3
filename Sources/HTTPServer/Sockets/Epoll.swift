import CLinux
import Glibc

/// The set of descriptors one event loop watches, level-triggered.
@safe struct Epoll: ~Copyable {
    private static let room = 256

    private let descriptor: FileDescriptor
    private let events: UnsafeMutablePointer<epoll_event>

    struct Interest: OptionSet {
        let rawValue: UInt32
        static let reading = Interest(rawValue: EPOLLIN.rawValue)
        static let writing = Interest(rawValue: EPOLLOUT.rawValue)
        /// Reported whether asked for or not: the connection is broken or gone.
        static let broken = Interest(rawValue: EPOLLHUP.rawValue | EPOLLERR.rawValue)
        /// For a listener that several loops share: wakes one of them, not all.
        static let exclusive = Interest(rawValue: EPOLLEXCLUSIVE.rawValue)
    }

    init() throws(SystemError) {
        let descriptor = try FileDescriptor.adopting(
            epoll_create1(Int32(EPOLL_CLOEXEC)), from: "epoll_create1")
        self.init(descriptor)
    }

    private init(_ descriptor: consuming FileDescriptor) {
        self.descriptor = descriptor
        unsafe events = .allocate(capacity: Self.room)
        unsafe events.initialize(repeating: epoll_event(), count: Self.room)
    }

    deinit {
        unsafe events.deallocate()
    }

    /// Watches a descriptor; false if the system refuses.
    func add(_ number: Int32, _ interest: Interest) -> Bool {
        // Watched already is as good as watched from now on.
        control(EPOLL_CTL_ADD, number, interest) || errno == EEXIST
    }

    /// Watches for something else; false if the system refuses.
    func change(_ number: Int32, _ interest: Interest) -> Bool {
        control(EPOLL_CTL_MOD, number, interest)
    }

    func remove(_ number: Int32) {
        _ = control(EPOLL_CTL_DEL, number, [])
    }

    /// Waits, and returns how many events there are to be asked for with `event(_:)`.
    func wait(milliseconds: Int32) throws(SystemError) -> Int {
        let count = unsafe epoll_wait(descriptor.number, events, Int32(Self.room), milliseconds)
        if count < 0 {
            if errno == EINTR { return 0 }
            throw SystemError("epoll_wait")
        }
        return Int(count)
    }

    /// One of the events the last wait found.
    func event(_ index: Int) -> (number: Int32, interest: Interest) {
        let event = unsafe events[index]
        return unsafe (event.data.fd, Interest(rawValue: event.events))
    }

    private func control(_ operation: Int32, _ number: Int32, _ interest: Interest) -> Bool {
        var event = unsafe epoll_event()
        unsafe event.events = interest.rawValue
        unsafe event.data.fd = number
        return unsafe epoll_ctl(descriptor.number, operation, number, &event) == 0
    }
}
