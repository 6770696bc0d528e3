import Glibc
import Portal

/// The one line on a terminal that tells how far a load is; nothing where none looks on.
struct ProgressLine {
    private let isSeen = isatty(STDERR_FILENO) == 1
    private let start = Self.milliseconds()
    private var last = 0
    private var isShown = false

    /// Tells how far the reading is, four times a second at most.
    mutating func show(_ progress: WideProgress) {
        let now = Self.milliseconds()
        guard isSeen, now - last >= 250 else { return }
        last = now
        isShown = true
        let passed = max(now - start, 1)
        let rate = progress.rows * 1000 / passed
        guard progress.read < progress.size, progress.read > 0 else {
            rewrite("\(progress.rows) rows read; putting them in place")
            return
        }
        let left = (progress.size - progress.read) * passed / progress.read / 1000
        let share = progress.read * 100 / progress.size
        rewrite("\(progress.rows) rows, \(rate) a second, \(share)%, \(Self.time(left)) left")
    }

    /// Leaves the line empty for what is said next.
    mutating func clear() {
        guard isShown else { return }
        rewrite("")
        isShown = false
    }

    /// To the line's beginning, the words, and to nothing what stood behind them.
    private func rewrite(_ words: String) {
        let bytes = Array("\r\(words)\u{1B}[K".utf8)
        // Who has closed the terminal misses nothing but this.
        _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
    }

    private static func time(_ seconds: Int) -> String {
        seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
