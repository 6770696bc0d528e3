import Scorecard

/// What was typed of one measure and period, field by field.
///
/// A field that holds nothing is not there. Texts are kept as they were typed, also those that
/// cannot be read: a draft loses nothing.
struct EntryContent: Equatable, Sendable {
    private(set) var fields: [String: String]

    init(_ fields: [String: String] = [:]) {
        self.fields = fields.filter { !$0.value.isEmpty }
    }

    /// What a field holds; setting it to nothing takes it away.
    subscript(_ field: EntryField) -> String {
        get { fields[field.name] ?? "" }
        set { fields[field.name] = newValue.isEmpty ? nil : newValue }
    }

    /// The same with some fields put in the place of its own; one without text is taken away.
    func replacing(_ others: [String: String]) -> EntryContent {
        EntryContent(fields.merging(others) { $1 })
    }

    /// The fields that another content does not have so, each with both texts.
    func differences(from earlier: EntryContent) -> [(field: EntryField, old: String, new: String)]
    {
        Set(fields.keys).union(earlier.fields.keys).sorted().compactMap { name in
            let (old, new) = (earlier.fields[name] ?? "", fields[name] ?? "")
            return old == new ? nil : (EntryField(name: name), old, new)
        }
    }

    var isEmpty: Bool { fields.isEmpty }
}

extension EntryContent {
    /// Reads what a column keeps; `nil` for what was not written by us.
    init?(column: String) {
        guard let object = JSONObject(column) else { return nil }
        var fields: [String: String] = [:]
        fields.reserveCapacity(object.members.count)
        for member in object.members {
            if let text = member.text, !text.isEmpty { fields[member.name] = text }
        }
        self.fields = fields
    }

    /// What a column keeps, the same for the same content.
    var column: String {
        JSONObject(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).description
    }
}

/// The name of something that is typed.
struct EntryField: Hashable, Sendable {
    /// Such as `comment`, or `n/FSM` for the top number of a group.
    let name: String

    /// Final, provisional, estimated or nothing to report, as `EntryFlag` has it.
    static let figure = EntryField(name: "figure")
    /// Why there is nothing to report.
    static let reason = EntryField(name: "reason")
    /// What happened.
    static let comment = EntryField(name: "comment")
    static let why = EntryField(name: "why")
    static let doing = EntryField(name: "doing")
    /// What will be done about it, who does it and by when.
    static let action = EntryField(name: "action")
    static let who = EntryField(name: "who")
    static let by = EntryField(name: "by")
    /// How far that is, as `ActionState` has it.
    static let progress = EntryField(name: "progress")
    /// What the year is expected to come to.
    static let forecast = EntryField(name: "forecast")
    /// That a figure that was doubted is right, why, and which doubts that answers.
    static let right = EntryField(name: "right")
    static let rightBecause = EntryField(name: "right-because")
    static let rightAbout = EntryField(name: "right-about")

    /// All but the numbers.
    static let words: [EntryField] = [
        figure, reason, comment, why, doing, action, who, by, progress, forecast, right,
        rightBecause, rightAbout,
    ]

    /// The place of a number: one of a group of children has the group's code behind it.
    static func number(_ box: EntryBox, _ group: EntryGroup? = nil) -> EntryField {
        EntryField(name: group.map { "\(box.rawValue)/\($0.code)" } ?? box.rawValue)
    }
}
