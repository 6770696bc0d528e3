import Scorecard

/// Why nothing is published.
enum PublishingFault: Error {
    /// What was approved is not what it was when the page was drawn.
    case changed
    /// These measures' figures cannot be published as they are.
    case unready([String])
    /// There is nothing that is approved.
    case nothing
}

extension Visit {
    /// Makes approved entries of one round what readers see: all of them, or none.
    ///
    /// Within a transaction, which a fault undoes. Each is looked through once more: nothing that
    /// is not ready is published, whatever its state says.
    func publish(
        _ entries: [ReturnEntry], ofRound round: Int64, by member: Member
    ) throws -> [PublishedEntry] {
        let pasts = try database.pasts(of: entries)
        let checks = entries.map { entry in
            EntryCheck(entry, pasts[entry.measure.facts.id] ?? EntryPast())
        }
        return try publish(checks, pasts, ofRound: round, by: member)
    }

    /// The same of entries that were looked through in the same transaction.
    func publish(
        _ checks: [EntryCheck], _ pasts: EntryPasts, ofRound round: Int64, by member: Member
    ) throws -> [PublishedEntry] {
        guard !checks.isEmpty else { throw PublishingFault.nothing }
        var published: [PublishedEntry] = []
        var refused: [ReturnEntry] = []
        for check in checks {
            let entry = check.entry
            try member.require(.approveFigures, entry.measure.ownership)
            let past = pasts[entry.measure.facts.id] ?? EntryPast()
            if entry.state == .approved, entry.roundID == round,
                let ready = PublishedEntry(check, past)
            {
                published.append(ready)
            } else {
                refused.append(entry)
            }
        }
        guard refused.isEmpty else {
            throw PublishingFault.unready(refused.map(\.measure.facts.title))
        }
        try write(published, ofRound: round, by: member)
        return published
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
                after: JSONObject([
                    "known_on": today.description, "publication": "\(publication)",
                    "version": "\(entry.version)",
                ]),
                reason: entry.version > 1 ? entry.entry.revisionReason : nil)
        }
    }
}
