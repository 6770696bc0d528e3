import Synchronization

/// What the thread that runs a server waits for: that all are ready, and that it is to stop.
final class Control: Sendable {
    private struct State {
        var prepared = 0
        var mustStop = false
        var mustReload = false
        var failure: (any Error)?
        var bell: Bell?
    }

    /// A class because it sits in a lock's state.
    private final class Bell: Sendable {
        let wakeup: Wakeup
        init() throws(SystemError) { wakeup = try Wakeup(.polled) }
    }

    private let state = Mutex(State())

    /// Makes waiting possible.
    func open() throws(SystemError) {
        let bell = try Bell()
        state.withLock { state in
            state.bell = bell
            state.prepared = 0
            state.failure = nil
        }
    }

    /// Forgets a stop that was asked for, so that the server can run again.
    func close() {
        state.withLock { state in
            state.bell = nil
            state.mustStop = false
            state.mustReload = false
        }
    }

    func prepared() {
        change { $0.prepared += 1 }
    }

    func stop() {
        change { $0.mustStop = true }
    }

    func reload() {
        change { $0.mustReload = true }
    }

    func fail(_ error: any Error) {
        change { $0.failure = $0.failure ?? error }
    }

    /// Returns when so many threads are ready, or when told to stop; throws what one threw.
    func awaitPrepared(_ count: Int) throws {
        guard let bell = state.withLock({ $0.bell }) else { return }
        while true {
            let (failure, isOver) = state.withLock { state in
                (state.failure, state.mustStop || state.prepared >= count)
            }
            if let failure { throw failure }
            if isOver { return }
            _ = bell.wakeup.wait()
            bell.wakeup.take()
        }
    }

    /// What a running server is asked to do.
    enum Order {
        /// The time was over.
        case nothing
        case reload
        case stop
    }

    /// Waits for a call or a signal, so many milliseconds (-1: for ever) at the most; throws
    /// what a thread threw.
    ///
    /// Borrows the signals, not their number, so that they are not closed meanwhile.
    func next(_ signals: borrowing Signals?, within milliseconds: Int) throws -> Order {
        switch signals {
        case .some(let signals):
            if let order = try waiting() { return order }
            if wait(or: signals.number, milliseconds) == .other {
                switch signals.take() {
                case .stop:
                    signals.letStopsThrough()
                    return .stop
                case .reload: return .reload
                case nil: return .nothing
                }
            }
        case .none:
            if let order = try waiting() { return order }
            _ = wait(or: nil, milliseconds)
        }
        return try waiting() ?? .nothing
    }

    /// What has been asked for already.
    private func waiting() throws -> Order? {
        let (failure, order) = state.withLock { state -> ((any Error)?, Order?) in
            if state.mustStop { return (state.failure, .stop) }
            defer { state.mustReload = false }
            return (state.failure, state.mustReload ? .reload : nil)
        }
        if let failure { throw failure }
        return order
    }

    private func wait(or other: Int32?, _ milliseconds: Int) -> Wakeup.Woken {
        guard let bell = state.withLock({ $0.bell }) else { return .timeOver }
        let woken = bell.wakeup.wait(or: other, within: milliseconds)
        if woken == .signalled { bell.wakeup.take() }
        return woken
    }

    private func change(_ body: (inout sending State) -> Void) {
        let bell = state.withLock { state in
            body(&state)
            return state.bell
        }
        bell?.wakeup.signal()
    }
}
