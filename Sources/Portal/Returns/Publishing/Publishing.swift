import Scorecard

extension Visit {
    /// Makes approved entries of one round what readers see, in one step.
    ///
    /// Within a transaction. Each is looked through once more: nothing that is not ready is
    /// published, whatever its state says.
    ///
    /// - Returns: Those that were published, and those that were not.
    func publish(
        _ entries: [ReturnEntry], ofRound round: Int64, by member: Member
    ) throws -> (published: [PublishedEntry], refused: [ReturnEntry]) {
        let pasts = try database.pasts(of: entries)
        var published: [PublishedEntry] = []
        var refused: [ReturnEntry] = []
        for entry in entries {
            try member.require(.approveFigures, entry.measure.ownership)
            let check = EntryCheck(entry, pasts[entry.measure.facts.id] ?? EntryPast())
            if entry.state == .approved, let ready = PublishedEntry(check) {
                published.append(ready)
            } else {
                refused.append(entry)
            }
        }
        guard !published.isEmpty else { return ([], refused) }
        try write(published, ofRound: round, by: member)
        return (published, refused)
    }

    private func write(
        _ published: [PublishedEntry], ofRound round: Int64, by member: Member
    ) throws {
        let today = settings.today()
        let publication = try database.beginPublication(
            ofRound: round, by: member.account.id, at: now, knownOn: today)
        for entry in published { try database.keep(entry, in: publication) }
        let ids = published.map(\.entry.id)
        try database.markPublished(ids)
        try database.move(ids, to: .published, .published, by: member.account.id, at: now)
        try database.show(published, settings)
        for entry in published {
            try record(
                .figuresPublished, entry.entry.subject,
                after: JSONObject(
                    ["publication": "\(publication)", "version": "\(entry.version)"]
                        .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
                reason: entry.version > 1 ? entry.entry.revisionReason : nil)
        }
    }
}
