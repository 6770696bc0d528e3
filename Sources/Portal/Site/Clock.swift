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

    /// A clock that stands still on a day such as `2026-04-30`; `nil` for any other text.
    package static func fixed(on text: String) -> (@Sendable () -> Day)? {
        guard let day = Day(text) else { return nil }
        return { day }
    }
}
