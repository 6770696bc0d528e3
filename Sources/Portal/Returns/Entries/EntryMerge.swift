/// What becomes of two changes of the same content, field by field.
struct EntryMerge: Equatable {
    /// A field that both have changed, each to something else.
    struct Clash: Equatable {
        let field: EntryField
        let before: String
        let theirs: String
        let yours: String
    }

    /// What is to be kept: theirs where both have changed a field.
    let content: EntryContent
    let clashes: [Clash]
    /// The fields that others had changed and that yours leave as they made them.
    let taken: [EntryField]

    /// Lays `yours`, which was typed on the ground of `base`, over what others have made of that.
    init(base: EntryContent, theirs: EntryContent, yours: [String: String]) {
        var content = theirs
        var clashes: [Clash] = []
        for (name, text) in yours.sorted(by: { $0.key < $1.key }) {
            let field = EntryField(name: name)
            let (before, now) = (base[field], theirs[field])
            guard text != before, text != now else { continue }
            // What an answer is about is nobody's words: one about something else is no answer.
            if now == before || field == .rightAbout {
                content[field] = text
            } else {
                clashes.append(Clash(field: field, before: before, theirs: now, yours: text))
            }
        }
        self.content = content
        self.clashes = clashes
        taken = theirs.differences(from: base).map(\.field).filter { content[$0] == theirs[$0] }
    }
}
