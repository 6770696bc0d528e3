import Synchronization

/// What becomes of one thread's kept pages; its thread counts, and any thread may read.
final class PageCacheCounters: Sendable {
    private let hitCount = Atomic(0)
    private let missCount = Atomic(0)
    private let pageCount = Atomic(0)
    private let byteCount = Atomic(0)

    /// Pages that were sent as they were kept.
    var hits: Int { hitCount.load(ordering: .relaxed) }
    /// Requests that could have been, and were answered anew.
    var misses: Int { missCount.load(ordering: .relaxed) }
    /// Pages that are kept.
    var pages: Int { pageCount.load(ordering: .relaxed) }
    /// What they take.
    var bytes: Int { byteCount.load(ordering: .relaxed) }

    // Only one thread writes, so that no locked instruction is needed.

    func hit() {
        hitCount.store(hits &+ 1, ordering: .relaxed)
    }

    func miss() {
        missCount.store(misses &+ 1, ordering: .relaxed)
    }

    func note(pages: Int, bytes: Int) {
        pageCount.store(pages, ordering: .relaxed)
        byteCount.store(bytes, ordering: .relaxed)
    }
}
