import Synchronization

/// The moment it is in a test, which stands still until the test moves it.
final class TestMoment: Sendable {
    private let seconds: Mutex<Int>

    /// Begins at so many seconds since 1970; 21 November 2026 at noon, if it is not said.
    init(_ seconds: Int = 1_795_262_400) {
        self.seconds = Mutex(seconds)
    }

    /// For `Settings.now`.
    var now: @Sendable () -> Int {
        { self.seconds.withLock { $0 } }
    }

    /// Lets so many seconds pass; a clock that is set back passes negative ones.
    func pass(_ count: Int) {
        seconds.withLock { $0 += count }
    }
}
