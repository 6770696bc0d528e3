import Synchronization

/// What the thread that runs a server waits for: that all are ready, and that it is to stop.
final class Control: Sendable {
    private struct State {
        var prepared = 0
        var mustStop = false
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
        }
    }

    func prepared() {
        change { $0.prepared += 1 }
    }

    func stop() {
        change { $0.mustStop = true }
    }

    func fail(_ error: any Error) {
        change { $0.failure = $0.failure ?? error }
    }

    /// Returns when so many threads are ready, or when told to stop; throws what one threw.
    func awaitPrepared(_ count: Int) throws {
        try wait { $0.prepared >= count }
    }

    /// Returns when told to stop, by a call or by a signal.
    ///
    /// Borrows the signals, not their number, so that they are not closed meanwhile.
    func awaitStop(or signals: borrowing Signals?) throws {
        switch signals {
        case .some(let signals): try wait(or: signals.number) { _ in false }
        case .none: try wait { _ in false }
        }
    }

    private func wait(or other: Int32? = nil, until isEnough: (State) -> Bool) throws {
        guard let bell = state.withLock({ $0.bell }) else { return }
        while true {
            let (failure, isOver) = state.withLock { state in
                (state.failure, state.mustStop || isEnough(state))
            }
            if let failure { throw failure }
            if isOver || bell.wakeup.wait(or: other) { return }
            bell.wakeup.take()
        }
    }

    private func change(_ body: (inout sending State) -> Void) {
        let bell = state.withLock { state in
            body(&state)
            return state.bell
        }
        bell?.wakeup.signal()
    }
}
