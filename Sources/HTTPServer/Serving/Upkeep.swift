/// Work that belongs to no request, done now and then on a thread of its own.
///
/// Not on the thread that runs the server: that one tells the supervisor that the server lives,
/// and must not wait for a database.
final class Upkeep: Sendable {
    private let work: @Sendable (_ isLast: Bool) -> Void
    private let interval: Int
    private let end: Wakeup

    /// Makes what a thread can wait for; `interval` is the milliseconds from the end of one call
    /// to the next, and `work` is told whether it is for the last time.
    init(
        every interval: Int, _ work: @escaping @Sendable (_ isLast: Bool) -> Void
    ) throws(SystemError) {
        self.work = work
        self.interval = interval
        end = try Wakeup(.polled)
    }

    /// What its thread does until it is told to end.
    func run() {
        while end.wait(within: interval) == .timeOver { work(false) }
        work(true)
    }

    /// Has the work done once more, for the last time.
    func finish() {
        end.signal()
    }
}
