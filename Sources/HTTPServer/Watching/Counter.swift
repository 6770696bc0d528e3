import Synchronization

/// A number that one thread counts up and any thread may read.
///
/// Only its owner writes it, so adding needs no locked instruction.
struct Counter: ~Copyable, Sendable {
    private let value = Atomic(0)

    /// Adds; called by the owner only.
    @inline(__always) func add(_ number: Int = 1) {
        value.store(value.load(ordering: .relaxed) &+ number, ordering: .relaxed)
    }

    var count: Int { value.load(ordering: .relaxed) }
}
