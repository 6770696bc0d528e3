/// An entry and what it is to hold.
typealias EntryRewriting = (entry: ReturnEntry, content: EntryContent)

/// What an entry holds from now on, looked through and ready to be written.
struct EntryRewrite {
    /// The entry as it was.
    let before: ReturnEntry
    /// The entry with what it holds now.
    let entry: ReturnEntry
    let readiness: Readiness
    let cause: EntryCause

    /// Where the entry stands now.
    ///
    /// What was sent back is being mended from its first change on; a number that another measure
    /// shares with it changes nothing of that, and one from which all was taken back has not begun.
    var state: EntryState {
        if cause == .shared { return before.state }
        let isTakenBack =
            cause == .undone && entry.content.isEmpty && entry.revisionReason == nil
            && entry.publishedVersion == 0
        return isTakenBack ? .notStarted : .draft
    }
}

extension SharedNumbers {
    /// The same changes with the numbers that are typed elsewhere, and the entries besides that
    /// hold such a number, as far as they are open.
    func spread(
        _ rewritings: [EntryRewriting], among entries: [ReturnEntry]
    ) -> (own: [EntryRewriting], copies: [EntryRewriting]) {
        var contents = Dictionary(
            rewritings.map { ($0.entry.id, $0.content) }, uniquingKeysWith: { $1 })
        let typed = Set(contents.keys)
        let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for (place, source) in sources
        where typed.contains(source.place.entry) || typed.contains(place.entry) {
            guard let entry = byID[place.entry],
                entry.isEditable || typed.contains(place.entry),
                let from = contents[source.place.entry] ?? byID[source.place.entry]?.content
            else { continue }
            let text = from[source.place.field]
            // What is not typed there yet takes nothing away here.
            guard typed.contains(source.place.entry) || !text.isEmpty else { continue }
            contents[entry.id, default: entry.content][place.field] = text
        }
        let copies = entries.compactMap { entry -> EntryRewriting? in
            guard !typed.contains(entry.id), let content = contents[entry.id],
                content != entry.content
            else { return nil }
            return (entry, content)
        }
        let own = rewritings.map { ($0.entry, contents[$0.entry.id] ?? $0.content) }
        return (own, copies)
    }
}
