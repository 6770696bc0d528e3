import HTTPServer

/// Who is ticked to be reminded.
struct ReminderForm {
    /// Whether everybody is meant; `nil` for what the page does not offer.
    let isAll: Bool?
    let ticked: Set<String>

    private static let mark = "to/"

    init(_ fields: Query) {
        isAll =
            switch fields["do"] {
            case "all": true
            case "chosen": false
            default: nil
            }
        ticked = Set(
            fields.pairs.filter { $0.name.hasPrefix(Self.mark) && $0.value == "yes" }
                .map { String($0.name.dropFirst(Self.mark.count)) })
    }

    /// The control of a person.
    static func name(of person: Person) -> String { mark + person.userName }

    /// Those of the reminders that are meant.
    ///
    /// - Throws: `FieldFaults` where there is none.
    func chosen(_ reminders: [Reminder]) throws -> [Reminder] {
        guard let isAll else {
            throw FieldFaults.whole("Choose whether everybody or those ticked are to be reminded")
        }
        let chosen = reminders.filter { isAll || ticked.contains($0.person.userName) }
        guard chosen.isEmpty else { return chosen }
        let field = reminders.first.map { Self.name(of: $0.person) } ?? ""
        let words =
            reminders.isEmpty
            ? "There is nobody to remind: every figure that somebody enters is in"
            : ticked.isEmpty
                ? "Tick who is to be reminded"
                : "Nobody of those ticked has figures to enter any more"
        throw FieldFaults(all: [FieldFault(field: field, words: words)])
    }
}
