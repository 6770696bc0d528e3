import HTTPServer
import Scorecard

/// What a step’s form brought: the texts by the names of their fields.
///
/// A field whose control was not in the form is not among them, so that it stays as it is.
struct TypedStepForm {
    private(set) var fields: [EditionField: String] = [:]
    /// The version from which the form was drawn, and its revision then.
    let version: String?
    let revision: Int?

    /// Before the code of a box that can be ticked: that it was in the form.
    static let offered = "offered/"

    init(_ sent: Query) {
        let form = StepForm(sent)
        (version, revision) = (form.version, form.base)
    }

    /// Takes the texts whose names begin so, such as `delivery/`.
    mutating func take(named start: String, from sent: Query) {
        for pair in sent.pairs where pair.name.hasPrefix(start) && pair.name.count < Self.longest {
            set(EditionField(name: pair.name), pair.value)
        }
    }

    /// Takes the rows of a table.
    mutating func take(_ table: EditionTable, _ columns: [String], from sent: Query) {
        let start = table.rawValue + "-"
        for pair in sent.pairs where pair.name.hasPrefix(start) {
            let parts = pair.name.dropFirst(start.count).split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let row = EditionTable.row(parts[0]),
                columns.contains(String(parts[1]))
            else { continue }
            set(.cell(table, row, String(parts[1])), pair.value)
        }
    }

    /// Takes the boxes that were offered, ticked or not.
    mutating func takeTicks(from sent: Query, _ field: (String) -> EditionField) {
        for pair in sent.pairs where pair.name.hasPrefix(Self.offered) {
            let own = field(String(pair.name.dropFirst(Self.offered.count)))
            guard own.name.count < Self.longest else { continue }
            fields[own] = sent[own.name] == "yes" ? "yes" : ""
        }
    }

    /// A version’s content with what was typed in the place of its own.
    func over(_ content: EditionContent) -> EditionContent {
        var content = content
        for (field, text) in fields { content[field] = text }
        return content
    }

    private mutating func set(_ field: EditionField, _ text: String) {
        if fields[field] == nil { fields[field] = StepForm.plain(text) }
    }

    private static let longest = 120
}
