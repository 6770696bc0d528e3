import Scorecard

/// A moment as the trail tells it, by Coordinated Universal Time.
struct TrailTime: Equatable, Sendable, CustomStringConvertible {
    /// Seconds since 1970.
    let seconds: Int

    /// The day, the nearest that can be written.
    var day: Day {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        return Day(number: rest < 0 ? days - 1 : days)
    }

    /// The time of the day: `14:03:22`.
    var time: String {
        let rest = seconds % 86_400
        let second = rest < 0 ? rest + 86_400 : rest
        return [second / 3_600, second / 60 % 60, second % 60]
            .map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
    }

    /// As programs write it (RFC 3339): `2026-11-21T14:03:22Z`.
    var description: String { "\(day)T\(time)Z" }
}

extension Day {
    /// The first second of the day, counted from 1970.
    var firstSecond: Int { number * 86_400 }
}
