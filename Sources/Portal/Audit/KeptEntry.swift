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
    /// Never an empty text.
    let reason: String?
}

extension KeptEntry {
    /// Names are cut after so many characters, since some are what strangers say of themselves.
    static let longestName = 200
    /// Reasons are cut after so many characters; forms ask for fewer.
    static let longestReason = 4_000

    /// An entry that is to be added.
    init(_ entry: TrailEntry, number: Int, at moment: Int) {
        self.number = number
        at = moment
        person = entry.actor.person
        actor = Self.kept(entry.actor.name, Self.longestName)
        address = Self.kept(entry.address, Self.longestName)
        request = Self.kept(entry.request, Self.longestName)
        action = entry.action.rawValue
        subjectKind = entry.subject.kind.rawValue
        subject = Self.kept(entry.subject.name, Self.longestName)
        before = entry.before?.description
        after = entry.after?.description
        let words = entry.reason.map { Self.kept($0, Self.longestReason) } ?? ""
        reason = words.isEmpty ? nil : words
    }

    /// A text without NUL, at which SQLite and other programs would take it to end.
    private static func kept(_ text: String, _ longest: Int) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            kept.append(scalar == "\0" ? "\u{fffd}" : scalar)
        }
        return String(kept) + (text.unicodeScalars.count > longest ? "…" : "")
    }

    /// The SHA-256 over the hash of the entry before and all of this one.
    func hash(after previous: String) -> String {
        sealed(hash: "").hash(after: previous)
    }

    /// The entry byte for byte, with the hash that stands beside it.
    func sealed(hash: String) -> SealedEntry {
        let texts = [
            actor, address, request, action, subjectKind, subject, before, after, reason,
        ]
        return SealedEntry(
            number: number, at: at, person: person, texts: texts.map { $0.map { Array($0.utf8) } },
            hash: hash, isTyped: true)
    }
}

/// An entry of the audit trail byte for byte, as it is hashed.
///
/// The hash of an entry is the SHA-256, in lower-case hexadecimal, over these parts in this order:
/// the hash of the entry before (of the first entry: an empty text), number, at (seconds since
/// 1970), person, actor, address, request, action, subject kind, subject, before, after, reason.
/// Each part is written as the number of its bytes in UTF-8, a colon and those bytes, and one that
/// is NULL as `-:`; numbers are written in decimal. So no text can be moved from one part to the
/// next, and a part that is missing is not an empty one.
struct SealedEntry: Equatable, Sendable {
    let number: Int
    let at: Int
    let person: Int64?
    /// Actor, address, request, action, kind of subject, subject, before, after and reason, as
    /// they are: bytes that are no UTF-8 would become others in a `String`.
    let texts: [[UInt8]?]
    /// What stands beside it.
    let hash: String
    /// Whether each column holds what it should, a number or a text.
    let isTyped: Bool

    /// The hash that it should have.
    func hash(after previous: String) -> String { hash(as: number, after: previous) }

    /// The hash that it would have under another number.
    func hash(as number: Int, after previous: String) -> String {
        var bytes: [UInt8] = []
        Self.write(Array(previous.utf8), to: &bytes)
        Self.write(Array("\(number)".utf8), to: &bytes)
        Self.write(Array("\(at)".utf8), to: &bytes)
        Self.write(person.map { Array("\($0)".utf8) }, to: &bytes)
        for text in texts { Self.write(text, to: &bytes) }
        return sha256(bytes)
    }

    private static func write(_ part: [UInt8]?, to bytes: inout [UInt8]) {
        bytes += (part.map { "\($0.count):" } ?? "-:").utf8
        bytes += part ?? []
    }
}
