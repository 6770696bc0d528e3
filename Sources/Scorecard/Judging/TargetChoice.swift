/// Which of a measure's targets speaks for a figure.
enum TargetChoice {
    /// There is none and never was.
    case none
    /// The last of them has passed.
    case expired(Target)
    /// The first of them that is still to begin.
    case upcoming(Target)
    /// The target of the figure's time.
    case applies(Target)

    /// Chooses the target in whose time the figure's period ends, the latest begun first.
    ///
    /// A target goes on judging the figures of its own time for as long as they
    /// are current: the results of a school year come out after it, and so after
    /// the last day of the year's target. An old figure under an old target says
    /// that the target has expired.
    init(among targets: [Target], for period: Period, isCurrent: Bool, on day: Day) {
        let end = period.end
        var applying: Target?
        var last: Target?
        var next: Target?
        var upcoming: Target?
        for target in targets {
            if target.isOf(period) {
                if applying.map({ Self.isLater(target, than: $0) }) ?? true { applying = target }
            } else if let ends = target.ends, ends < end {
                if last.map({ Self.ends($0) < ends }) ?? true { last = target }
            } else if let starts = target.starts, starts <= day {
                if next.map({ Self.starts($0) < starts }) ?? true { next = target }
            } else if upcoming.map({ Self.starts($0) > Self.starts(target) }) ?? true {
                upcoming = target
            }
        }
        if let applying, isCurrent || applying.isOpen(on: day) {
            self = .applies(applying)
        } else if let next, next.isOpen(on: day) {
            // A target already begun has had its chance of a figure: an old figure before it is
            // no new data, and not too early.
            self = isCurrent ? .upcoming(next) : .applies(next)
        } else if let upcoming {
            self = .upcoming(upcoming)
        } else if let expired = next ?? applying ?? last {
            self = .expired(expired)
        } else {
            self = .none
        }
    }

    private static func isLater(_ target: Target, than other: Target) -> Bool {
        let (start, otherStart) = (starts(target), starts(other))
        guard start == otherStart else { return start > otherStart }
        return ends(target) < ends(other)
    }

    private static func starts(_ target: Target) -> Day { target.starts ?? Day.range.lowerBound }
    private static func ends(_ target: Target) -> Day { target.ends ?? Day.range.upperBound }
}

extension Target {
    /// Whether a period ends within the target's time, so that the target speaks for its figure.
    public func isOf(_ period: Period) -> Bool {
        let end = period.end
        return (starts.map { $0 <= end } ?? true) && (ends.map { end <= $0 } ?? true)
    }

    /// Whether the target's last day has not passed.
    fileprivate func isOpen(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }
}
