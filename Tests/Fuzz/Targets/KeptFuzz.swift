@testable import Portal

/// Any text as what a column keeps, and any texts kept and read again.
enum KeptFuzz {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let object = JSONObject(text) {
            demand(areSame(object.description, text), "an object is one text: \(text)")
        }
        var material = Material(bytes)
        var members: [(name: String, text: String?)] = []
        while !material.isEmpty {
            let isNone = material.byte() == 0x30
            members.append((material.text(), isNone ? nil : material.text()))
        }
        let object = JSONObject(members)
        let kept = object.description
        demand(
            kept.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{2028}" && $0 != "\u{85}" },
            "an object is one line")
        guard let read = JSONObject(kept), read.members.count == members.count else {
            demand(false, "an object is read again: \(kept)")
            return
        }
        for (member, written) in zip(read.members, members) {
            demand(areSame(member.name, written.name), "a name comes back: \(written.name)")
            demand(
                (member.text == nil) == (written.text == nil)
                    && areSame(member.text ?? "", written.text ?? ""),
                "a text comes back: \(written)")
        }
        keep(members)
    }

    /// A return's content is the same when it comes back from its column.
    private static func keep(_ members: [(name: String, text: String?)]) {
        let fields = Dictionary(
            members.map { ($0.name, $0.text ?? "") }, uniquingKeysWith: { $1 })
        let content = EntryContent(fields)
        demand(EntryContent(column: content.column) == content, "content comes back")
        demand(content.differences(from: content).isEmpty, "nothing differs from itself")
    }
}
