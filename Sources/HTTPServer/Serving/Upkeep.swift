/// Work that belongs to no request, done now and then on a thread of its own.
///
/// Not on the thread that runs the server: that one tells the supervisor that the server lives,
/// and must not wait for a database.
final class Upkeep: Sendable {
    private let makeWork: @Sendable () -> (_ isLast: Bool) -> Void
    private let interval: Int
    private let end: Wakeup

    /// Makes what a thread can wait for; `interval` is the milliseconds from the end of one call
    /// to the next, and `work` is told whether it is for the last time.
    convenience init(
        every interval: Int, _ work: @escaping @Sendable (_ isLast: Bool) -> Void
    ) throws(SystemError) {
        try self.init(every: interval, making: { work })
    }

    /// The same with work that its thread makes, and that so may have what stays on a thread.
    init(
        every interval: Int, making makeWork: @escaping @Sendable () -> (_ isLast: Bool) -> Void
    ) throws(SystemError) {
        self.makeWork = makeWork
        self.interval = interval
        end = try Wakeup(.polled)
    }

    /// What its thread does until it is told to end.
    func run() {
        let work = makeWork()
        while end.wait(within: interval) == .timeOver { work(false) }
        work(true)
    }

    /// Has the work done once more, for the last time.
    func finish() {
        end.signal()
    }
}
