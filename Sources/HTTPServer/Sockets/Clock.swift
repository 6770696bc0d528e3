import Glibc

/// The two clocks a server needs.
enum Clock {
    /// Milliseconds that only go forward, for deadlines.
    static func milliseconds() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// Microseconds that only go forward, for durations.
    static func microseconds() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000 + now.tv_nsec / 1000
    }

    /// Seconds since 1970, for the `Date` field: as of the last tick, a few milliseconds ago.
    static func seconds() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME_COARSE, &now)
        return now.tv_sec
    }

    /// Milliseconds since 1970, for logs.
    static func wallMilliseconds() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    /// Year, month, day, hour, minute and second of a moment, in UTC.
    static func date(ofSecond second: Int) -> [Int] {
        var moment = time_t(second)
        var date = unsafe tm()
        unsafe gmtime_r(&moment, &date)
        let parts = unsafe [
            date.tm_year + 1900, date.tm_mon + 1, date.tm_mday, date.tm_hour, date.tm_min,
            date.tm_sec,
        ]
        return parts.map(Int.init)
    }
}
