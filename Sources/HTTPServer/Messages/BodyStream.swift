import Synchronization

/// Content made piece by piece while it is sent, so that its size costs no memory.
///
/// The next piece is asked for only when the last one has left: a slow reader slows the
/// writer. It is asked for on the event loop, so a piece should take no longer than a page
/// (some tens of kilobytes). If `next` throws, the connection is cut, which tells the client
/// that the content is not whole.
public struct BodyStream: Sendable {
    let next: @Sendable () throws -> [UInt8]?

    /// Creates content from a function that gives the next piece, and `nil` at the end.
    public init(_ next: @escaping @Sendable () throws -> [UInt8]?) {
        self.next = next
    }

    /// Creates content from a state, such as a place in a list, that each piece moves on.
    public init<State: Sendable>(
        from state: State, _ next: @escaping @Sendable (inout State) throws -> [UInt8]?
    ) {
        let kept = Kept(state)
        self.next = { try kept.state.withLock { try next(&$0) } }
    }

    private final class Kept<State: Sendable>: Sendable {
        let state: Mutex<State>
        init(_ state: State) { self.state = Mutex(state) }
    }
}
