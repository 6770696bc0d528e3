import Glibc
package import Scorecard

/// The clock of the machine, read in one place.
package enum Clock {
    /// Today by Coordinated Universal Time, so that no setting of the machine changes a page.
    package static func today() -> Day {
        Day(number: Int(time(nil)) / 86_400)
    }

    /// The moment, in seconds since 1970.
    static func seconds() -> Int {
        time(nil)
    }

    /// A moment in seconds since 1970 as people read it: `2026-11-21 16:33:47 UTC`.
    static func text(_ moment: Int) -> String {
        let day = 86_400
        let number = moment >= 0 ? moment / day : (moment - day + 1) / day
        let second = moment - number * day
        let parts = [second / 3_600, second / 60 % 60, second % 60]
        let time = parts.map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
        return "\(Day(number: number)) \(time) UTC"
    }

    /// A clock that stands still on a day such as `2026-04-30`; `nil` for any other text.
    package static func fixed(on text: String) -> (@Sendable () -> Day)? {
        guard let day = Day(text) else { return nil }
        return { day }
    }
}

/// Time that passes, whatever becomes of the clock on the wall.
struct Stopwatch {
    private let start = Self.now

    /// How many milliseconds have passed.
    var milliseconds: Int { Self.now - start }

    private static var now: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
