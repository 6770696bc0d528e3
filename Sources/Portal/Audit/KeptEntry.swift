/// An entry of the audit trail as the database has it.
struct KeptEntry: Equatable, Sendable {
    let number: Int
    /// Seconds since 1970.
    let at: Int
    let person: Int64?
    let actor: String
    let address: String
    let request: String
    let action: String
    let subjectKind: String
    let subject: String
    let before: String?
    let after: String?
    let reason: String?

    /// An entry that is to be added.
    init(_ entry: TrailEntry, number: Int, at moment: Int) {
        self.number = number
        at = moment
        person = entry.actor.person
        actor = entry.actor.name
        address = entry.address
        request = entry.request
        action = entry.action.rawValue
        subjectKind = entry.subject.kind.rawValue
        subject = entry.subject.name
        before = entry.before?.description
        after = entry.after?.description
        reason = entry.reason
    }

    /// The SHA-256 over the hash of the entry before and all of this one.
    ///
    /// Each part is written after its length, so that no text can be moved from one to the next.
    func hash(after previous: String) -> String {
        let parts: [String?] = [
            previous, "\(number)", "\(at)", person.map { "\($0)" }, actor, address, request,
            action, subjectKind, subject, before, after, reason,
        ]
        var bytes: [UInt8] = []
        for part in parts {
            bytes += (part.map { "\($0.utf8.count):" } ?? "-:").utf8
            bytes += (part ?? "").utf8
        }
        return sha256(bytes)
    }
}
