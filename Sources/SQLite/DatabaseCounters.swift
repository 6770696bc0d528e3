import Synchronization

/// What one connection has done; its thread counts, and any thread may read.
public final class DatabaseCounters: Sendable {
    /// Statements that were run.
    public let statements = Number()
    /// Microseconds during which statements were being run and read.
    public let microseconds = Number()
    /// Statements that had to be compiled; the others were found compiled.
    public let statementMisses = Number()
    /// Pages of the file that were found in memory.
    public let pageHits = Number()
    /// Pages that had to be read.
    public let pageMisses = Number()

    init() {}

    /// A number that one thread changes, and so needs no locked instruction.
    public struct Number: ~Copyable, Sendable {
        private let value = Atomic(0)

        init() {}

        /// The number now.
        public var count: Int { value.load(ordering: .relaxed) }

        func add(_ number: Int = 1) {
            value.store(value.load(ordering: .relaxed) &+ number, ordering: .relaxed)
        }
    }
}
