extension Visit {
    /// Writes into the audit trail what whoever asks has done; within the transaction of that.
    func record(
        _ action: TrailAction, _ subject: TrailEntry.Subject, before: JSONObject? = nil,
        after: JSONObject? = nil, reason: String? = nil
    ) throws {
        try record(
            TrailEntry(
                actor: actor, action: action, subject: subject, before: before, after: after,
                reason: reason))
    }

    /// Writes an entry with where the request came from.
    func record(_ entry: TrailEntry) throws {
        var entry = entry
        entry.address = address
        entry.request = requestID
        try database.append(entry, at: now)
    }

    /// Who asks, as the trail names them.
    var actor: TrailEntry.Actor {
        guard let account = reader.session?.account else { return .stranger }
        return TrailEntry.Actor(person: account.id, name: account.userName)
    }

    /// Whether who asks is shown what the trail tells of a page that is open to others, too.
    var mayReadTrail: Bool { reader.session?.account.may(.readTrail) ?? false }
}
