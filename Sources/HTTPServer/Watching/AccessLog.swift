import Synchronization

/// The access log: loops leave their lines, a thread of its own writes them.
///
/// A loop never waits for the disk. It appends to bytes of its own and hands them over once
/// a turn; lines that find no room are dropped and counted.
final class AccessLog: Sendable {
    private struct State {
        var inboxes: [AccessLogInbox] = []
        var mustReopen = false
        var mustEnd = false
    }

    /// How long lines are gathered before they are written, and a failure rests.
    private static let gathering = 100
    private static let rest = 1000

    private let destination: LogDestination
    private let file: Mutex<LogFile>
    private let backlog: Int
    private let notice: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let bell: Wakeup
    private let isIdle = Atomic(false)

    /// Opens the log; `backlog` is how many bytes may wait to be written, for each loop.
    init(
        _ destination: LogDestination, backlog: Int, notice: @escaping @Sendable (String) -> Void
    ) throws(SystemError) {
        self.destination = destination
        self.backlog = backlog
        self.notice = notice
        bell = try Wakeup(.polled)
        file = Mutex(try LogFile.open(destination))
    }

    /// A place for one loop's lines.
    func addInbox() -> AccessLogInbox {
        let inbox = AccessLogInbox(room: backlog)
        state.withLock { $0.inboxes.append(inbox) }
        return inbox
    }

    /// Lines that found no room or were never written.
    var dropped: Int {
        state.withLock { $0.inboxes }.reduce(0) { $0 + $1.dropped }
    }

    /// Tells the writer that there are lines, if it sleeps.
    func wake() {
        if isIdle.load(ordering: .relaxed), isIdle.exchange(false, ordering: .relaxed) {
            bell.signal()
        }
    }

    /// Opens the file anew, for who has moved the old one away.
    func reopen() {
        state.withLock { $0.mustReopen = true }
        bell.signal()
    }

    /// Lets the writer's thread write what there is, and end.
    func end() {
        state.withLock { $0.mustEnd = true }
        bell.signal()
    }

    /// What the writer's thread does until it is told to end.
    func write() {
        var lines: [UInt8] = []
        var lost = 0
        var hasFailed = false
        while true {
            let isOver = awaitLines(hasUnwritten: !lines.isEmpty)
            if lines.isEmpty {
                lost = collect(into: &lines)
                if lost > 0 { report(lost, in: &lines) }
            }
            do throws(SystemError) {
                try file.withLock { file throws(SystemError) in
                    try file.write(&lines, patience: Int32(Self.rest))
                }
                hasFailed = false
            } catch {
                if !hasFailed { notice("the access log cannot be written: \(error)") }
                hasFailed = true
            }
            if isOver, hasFailed { return giveUp(lines, reports: lost > 0 ? 1 : 0) }
            if isOver, lines.isEmpty, areInboxesEmpty { return }
        }
    }

    private var areInboxesEmpty: Bool {
        state.withLock { $0.inboxes }.allSatisfy(\.isEmpty)
    }

    /// Waits for lines and gathers some; true if no more will come.
    private func awaitLines(hasUnwritten: Bool) -> Bool {
        isIdle.store(true, ordering: .sequentiallyConsistent)
        if hasUnwritten {
            _ = bell.wait(within: Self.rest)
        } else if areInboxesEmpty {
            _ = bell.wait()
        }
        isIdle.store(false, ordering: .relaxed)
        bell.take()
        if !state.withLock({ $0.mustEnd || $0.mustReopen }), !hasUnwritten {
            _ = bell.wait(within: Self.gathering)
            bell.take()
        }
        let (mustReopen, mustEnd) = state.withLock { state in
            defer { state.mustReopen = false }
            return (state.mustReopen, state.mustEnd)
        }
        if mustReopen { openAnew() }
        return mustEnd
    }

    private func openAnew() {
        do throws(SystemError) {
            try file.withLock { file throws(SystemError) in
                file = try LogFile.open(destination)
            }
        } catch {
            notice("the access log cannot be opened anew, the old file stays: \(error)")
        }
    }

    /// Takes all lines that wait; returns how many were dropped since the last time.
    private func collect(into lines: inout [UInt8]) -> Int {
        state.withLock { $0.inboxes }.reduce(0) { $0 + $1.empty(into: &lines) }
    }

    /// Adds a line that tells how many were dropped before it.
    private func report(_ lost: Int, in lines: inout [UInt8]) {
        var time = LogTime()
        time.advance()
        lines.append("time=")
        time.append(to: &lines)
        lines.append(" dropped=")
        lines.append(decimal: lost)
        lines.append(.lineFeed)
        notice("\(lost) lines of the access log were dropped")
    }

    /// What cannot be written at the end is counted at least.
    private func giveUp(_ lines: [UInt8], reports: Int) {
        var lines = lines
        _ = collect(into: &lines)
        let left = lines.count { $0 == .lineFeed } - reports
        guard left > 0 else { return }
        notice("\(left) lines of the access log were not written")
        state.withLock { $0.inboxes.first }?.lose(left)
    }
}

/// One loop's lines on their way to the writer.
final class AccessLogInbox: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var dropped = 0
        var unreported = 0
    }

    private let state = Mutex(State())
    private let room: Int

    init(room: Int) {
        self.room = room
    }

    /// Takes `bytes`, which are so many lines, or drops them if too many wait already.
    func add(_ bytes: inout [UInt8], lines: Int) {
        state.withLock { state in
            if state.bytes.count + bytes.count > room {
                state.dropped += lines
                state.unreported += lines
            } else if state.bytes.isEmpty {
                // The two take turns, so that neither has to grow again.
                swap(&state.bytes, &bytes)
            } else {
                state.bytes.append(contentsOf: bytes)
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }

    var isEmpty: Bool { state.withLock { $0.bytes.isEmpty && $0.unreported == 0 } }

    var dropped: Int { state.withLock { $0.dropped } }

    func lose(_ lines: Int) {
        state.withLock { $0.dropped += lines }
    }

    /// Hands on what there is; returns how many lines were dropped since it was last asked.
    func empty(into lines: inout [UInt8]) -> Int {
        state.withLock { state in
            lines.append(contentsOf: state.bytes)
            state.bytes.removeAll(keepingCapacity: true)
            defer { state.unreported = 0 }
            return state.unreported
        }
    }
}
