import Scorecard

/// What somebody wants to change of an entry.
struct EntryChange {
    let entry: Int64
    /// The revision that they had before them.
    let base: Int
    /// The fields as they should be; one without text is taken away, and others stay.
    let fields: [String: String]
}

/// An entry of which somebody else has changed the same fields in the meantime.
struct EntryClash {
    let entry: ReturnEntry
    let clashes: [EntryMerge.Clash]
    /// What would be kept, but for the fields that clash.
    let merged: EntryContent
    /// Who changed it last, and when.
    let changedBy: String
    let changedAt: Int
}

/// What came of changes.
enum EntrySaving {
    /// All are kept. `changed` are those that are not as they were, and `merged` those of them in
    /// which others have changed something else.
    case saved(changed: [Int64], merged: [Int64])
    /// Nothing is kept.
    case clash([EntryClash])
    /// Nothing is kept: these take no figures any more.
    case locked([ReturnEntry])
}

extension Visit {
    /// Keeps what somebody typed into some entries: all of it, or nothing.
    ///
    /// Within a transaction. Each entry is held against the member's roles. What is typed of a
    /// number that other measures share goes to those, too, as far as they are still open.
    func save(
        _ changes: [EntryChange], cause: EntryCause, by member: Member
    ) throws -> EntrySaving {
        let before = try database.entries(
            .some(changes.map(\.entry)), on: settings.today())
        let byID = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
        for entry in before { try member.require(.enterFigures, entry.measure.ownership) }
        let real = changes.filter { change in
            byID[change.entry].map { !$0.content.has(change.fields) } ?? false
        }
        let locked = real.compactMap { byID[$0.entry] }.filter { !$0.isEditable }
        guard locked.isEmpty else { return .locked(locked) }
        let bases = try database.contents(
            real.filter { byID[$0.entry]?.revision != $0.base }.map { ($0.entry, $0.base) })
        var clashes: [EntryClash] = []
        var merged: [Int64] = []
        var contents: [EntryRewriting] = []
        for change in real {
            guard let entry = byID[change.entry] else { continue }
            let base = change.base == entry.revision ? entry.content : bases[entry.id]
            guard let base else { throw Refusal.sentBefore }
            let merge = EntryMerge(base: base, theirs: entry.content, yours: change.fields)
            if !merge.clashes.isEmpty {
                let last = try database.lastChange(of: entry.id)
                clashes.append(
                    EntryClash(
                        entry: entry, clashes: merge.clashes, merged: merge.content,
                        changedBy: last?.name ?? "",
                        changedAt: last?.at ?? now))
            }
            if !merge.taken.isEmpty { merged.append(entry.id) }
            if merge.content != entry.content { contents.append((entry, merge.content)) }
        }
        guard clashes.isEmpty else { return .clash(clashes) }
        try write(contents, cause: cause, by: member)
        return .saved(changed: contents.map(\.entry.id), merged: merged)
    }

    /// Writes what entries hold now, with what else follows from it.
    private func write(
        _ contents: [EntryRewriting], cause: EntryCause, by member: Member
    ) throws {
        var returns: [ReturnEntry] = []
        for id in Set(contents.map(\.entry.returnID)).sorted() {
            returns += try database.entries(.ofReturn(id), on: settings.today())
        }
        let rewrites = try database.rewrites(contents, among: returns, cause: cause)
        try database.keep(rewrites, by: member.account.id, at: now)
        // Also of those to which a shared number goes.
        for rewrite in rewrites {
            let changed = rewrite.entry.content.differences(from: rewrite.before.content)
            try record(
                .figuresSaved, rewrite.entry.subject,
                before: JSONObject(changed.map { ($0.field.name, $0.old) }),
                after: JSONObject(changed.map { ($0.field.name, $0.new) }))
        }
    }
}

extension EntryContent {
    /// Whether all of these fields are as they are here.
    fileprivate func has(_ fields: [String: String]) -> Bool {
        fields.allSatisfy { self[EntryField(name: $0.key)] == $0.value }
    }
}
