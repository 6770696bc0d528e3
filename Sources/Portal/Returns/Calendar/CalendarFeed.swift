import Scorecard

/// Somebody's calendar address as it is kept.
struct CalendarLink: Equatable {
    let digest: String
    let madeAt: Int
}

/// A return of a round that is open.
struct OpenReturn {
    let id: Int64
    let title: String
    let round: CollectionRound
    /// When the round was opened or last changed, in seconds since 1970.
    let changedAt: Int
}

/// The due dates of somebody's own returns, and for leads the closing dates of their rounds.
struct CalendarFeed {
    let account: Account
    let returns: [OpenReturn]
    let entries: [ReturnEntry]
    /// Where the portal is, such as `https://performance.example.org`; empty where it is not said.
    let origin: String

    /// The events: of each return one for each day on which figures of it are still due.
    ///
    /// They name rounds and returns and nothing else: calendars are shared.
    var events: [CalendarEvent] {
        var events: [CalendarEvent] = []
        for open in returns {
            let own = entries.filter {
                $0.returnID == open.id
                    && account.may(.enterFigures, $0.measure.ownership)
            }
            for (day, entries) in Dictionary(grouping: own, by: \.dueOn)
                .sorted(by: { $0.key < $1.key })
            where entries.contains(where: \.state.isOpen) {
                // The first of them stays the same when the day is moved or others are sent.
                let first = entries.map(\.id).min() ?? 0
                events.append(
                    event(
                        "return-\(open.id)-\(first)", day, open,
                        "Return due: \(open.title), \(open.round.period.shortLabel)",
                        ReturnLinks.grid(open.id)))
            }
        }
        return events + closings
    }

    private var closings: [CalendarEvent] {
        var rounds: Set<Int64> = []
        let approved = Set(
            entries.filter { account.may(.approveFigures, $0.measure.ownership) }.map(\.roundID))
        return returns.compactMap { open in
            guard approved.contains(open.round.id), rounds.insert(open.round.id).inserted else {
                return nil
            }
            return event(
                "round-\(open.round.id)", open.round.closesOn, open,
                "Returns close: \(open.round.period.shortLabel)",
                ReturnLinks.round(open.round.id))
        }
    }

    private func event(
        _ name: String, _ day: Day, _ open: OpenReturn, _ summary: String, _ path: String
    ) -> CalendarEvent {
        CalendarEvent(
            name: "\(name)@\(host)", day: day, changedAt: open.changedAt,
            version: open.round.revision, summary: summary,
            address: origin.isEmpty ? nil : origin + path)
    }

    /// The name of the portal's machine, which makes the names of events its own.
    private var host: String {
        let host = origin.split(separator: "/").dropFirst().first ?? "portal.invalid"
        return String(host.prefix { $0 != ":" })
    }
}
