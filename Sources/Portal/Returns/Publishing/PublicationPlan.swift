import Scorecard

/// What a publication of a round would do.
struct PublicationPlan {
    let round: CollectionRound
    /// What would be published, each looked through.
    let ready: [EntryCheck]
    /// What was approved and cannot be published as it stands.
    let unready: [EntryCheck]
    /// What has not come so far, and how many of each state.
    let behind: [(state: EntryState, count: Int)]
    /// How many are approved that somebody else publishes.
    let elsewhere: Int
    let pasts: EntryPasts

    /// Plans it for somebody who may publish what `mine` says.
    init(
        _ round: CollectionRound, _ entries: [ReturnEntry], _ pasts: EntryPasts,
        mine: (ReturnEntry) -> Bool
    ) {
        self.round = round
        self.pasts = pasts
        let own = entries.filter(mine)
        let approved = own.filter { $0.state == .approved }.map { entry in
            EntryCheck(entry, pasts[entry.measure.facts.id] ?? EntryPast())
        }
        ready = approved.filter { $0.readiness == .ready }
        unready = approved.filter { $0.readiness != .ready }
        behind = [EntryState.submitted, .sentBack, .draft, .notStarted].compactMap { state in
            let count = own.count { $0.state == state }
            return count == 0 ? nil : (state, count)
        }
        elsewhere = entries.count { $0.state == .approved && !mine($0) }
    }

    var entries: [ReturnEntry] { ready.map(\.entry) }
    /// By what it is known whether it is still what a page has shown.
    var mark: String { entries.mark }
}
