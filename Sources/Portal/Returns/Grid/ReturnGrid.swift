import Scorecard

/// A return as one officer fills it in.
struct ReturnGrid {
    let heading: ReturnHeading
    /// The entries for which the officer may enter figures, as they are kept or as they were
    /// typed.
    private(set) var entries: [ReturnEntry]
    /// The revisions that what was typed is about, where nobody has kept it yet.
    private(set) var bases: [Int64: Int] = [:]
    /// How many more measures of the return are entered by others.
    let others: Int
    let shared: SharedNumbers

    /// Takes those entries of a return that an account may enter figures for; `nil` if there are
    /// none.
    init?(_ heading: ReturnHeading, all: [ReturnEntry], for account: Account) {
        self.heading = heading
        entries = all.filter { account.may(.enterFigures, $0.measure.ownership) }
        others = all.count - entries.count
        shared = SharedNumbers(all)
        if entries.isEmpty { return nil }
    }

    var id: Int64 { heading.figureReturn.id }
    var round: CollectionRound { heading.figureReturn.round }
    var progress: ReturnProgress { ReturnProgress(steps: entries.map(\.step)) }
    var isEditable: Bool { entries.contains(where: \.isEditable) }

    /// The same with what somebody has typed and that is not kept, on the ground of what they had
    /// before them.
    func typing(_ changes: [EntryChange]) -> ReturnGrid {
        let typed = Dictionary(changes.map { ($0.entry, $0) }, uniquingKeysWith: { $1 })
        var grid = self
        grid.entries = shared.filling(
            entries.map { entry in
                guard entry.isEditable, let change = typed[entry.id] else { return entry }
                return entry.with(entry.content.replacing(change.fields))
            })
        for change in changes { grid.bases[change.entry] = change.base }
        return grid
    }

    /// The rows in which numbers are typed, in the order of the page.
    var rows: [PastedFigures.Row] {
        entries.filter(\.isEditable).flatMap { entry in
            ([nil] + entry.groups.map(Optional.some)).map { group in
                PastedFigures.Row(
                    entry: entry, group: group,
                    shared: entry.boxes.filter { shared.source(of: entry, $0, group) != nil })
            }
        }
    }
}

extension SharedNumbers {
    /// Where the number of a box is typed, if that is elsewhere.
    func source(
        of entry: ReturnEntry, _ box: EntryBox, _ group: EntryGroup?
    ) -> (place: Place, title: String)? {
        sources[Place(entry: entry.id, field: .number(box, group))]
    }

    /// The same entries, each shared number as it stands where it is typed.
    func filling(_ entries: [ReturnEntry]) -> [ReturnEntry] {
        let contents = Dictionary(
            entries.map { ($0.id, $0.content) }, uniquingKeysWith: { $1 })
        return entries.map { entry in
            guard entry.isEditable else { return entry }
            var content = entry.content
            for group in [nil] + entry.groups.map(Optional.some) {
                for box in entry.boxes {
                    guard let source = source(of: entry, box, group)?.place,
                        let typed = contents[source.entry]
                    else { continue }
                    content[.number(box, group)] = typed[source.field]
                }
            }
            return content == entry.content ? entry : entry.with(content)
        }
    }
}

extension ReturnEntry {
    /// Whether nothing was typed for it but perhaps a number that other measures share with it.
    var isUntouched: Bool {
        state == .notStarted
            && content.fields.keys.allSatisfy { $0.split(separator: "/").first == "d" }
    }
}
