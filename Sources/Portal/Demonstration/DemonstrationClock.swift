import Scorecard
import Synchronization

/// The clock of a demonstration: it stands on the days that its files name, whatever day it is.
final class DemonstrationClock: Sendable {
    private let moment: Mutex<Int>
    private static let secondsOfDay = 86_400

    /// Begins in the morning of a day.
    init(_ day: Day) {
        moment = Mutex(Self.morning(of: day))
    }

    /// Seconds since 1970.
    var now: Int { moment.withLock { $0 } }

    var today: Day { Day(number: now / Self.secondsOfDay) }

    /// Goes on to the morning of a day; on that day it stays as it is.
    ///
    /// - Throws: `DemonstrationFault` for a day that is over, since nothing is done in the past.
    func goOn(to day: Day) throws {
        guard day >= today else {
            throw DemonstrationFault("\(day) is before \(today), on which something was done")
        }
        if day > today { moment.withLock { $0 = Self.morning(of: day) } }
    }

    /// What people do takes a while.
    func pass() { moment.withLock { $0 += 20 } }

    private static func morning(of day: Day) -> Int { day.number * secondsOfDay + 9 * 3_600 }
}
