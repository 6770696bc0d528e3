import SQLite

extension Database {
    /// Adds an entry to the audit trail, chained to the one before.
    ///
    /// It belongs into the transaction of what it tells of: either both are there or neither.
    func append(_ entry: TrailEntry, at moment: Int) throws {
        try transaction {
            guard let head = try trailHead() else {
                throw TrailFault(description: "the audit trail has no head")
            }
            let kept = KeptEntry(entry, number: head.number + 1, at: moment)
            let hash = kept.hash(after: head.hash)
            try run(
                """
                INSERT INTO audit_entry
                    (number, at, person_id, actor, address, request, action, subject_kind,
                     subject, before, after, reason, hash)
                VALUES
                    (\(kept.number), \(kept.at), \(kept.person), \(kept.actor),
                     \(kept.address), \(kept.request), \(kept.action), \(kept.subjectKind),
                     \(kept.subject), \(kept.before), \(kept.after), \(kept.reason), \(hash))
                """)
            try run(
                "UPDATE audit_head SET number = \(kept.number), hash = \(hash) WHERE id = 1")
        }
    }

    /// How long the trail is said to be; `nil` if that is gone.
    func trailHead() throws(SQLError) -> TrailHead? {
        try first("SELECT number, hash FROM audit_head WHERE id = 1", read: TrailHead.init)
    }
}

/// How long the trail is, and how it ends.
struct TrailHead: Equatable {
    let number: Int
    let hash: String

    init(row: borrowing Row) throws(SQLError) {
        number = try row("number")
        hash = try row("hash")
    }
}

/// Why nothing can be added to the trail, or it cannot be looked through.
struct TrailFault: Error, CustomStringConvertible {
    let description: String
}
