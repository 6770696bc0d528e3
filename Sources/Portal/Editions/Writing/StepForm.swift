import HTTPServer
import Scorecard

/// Reads the form of a step: texts as they were typed, without what no page can show.
struct StepForm {
    let sent: Query

    init(_ sent: Query) { self.sent = sent }

    /// The revision that the form was drawn from.
    var base: Int? { sent["revision"].flatMap { Int($0) } }

    /// The version that it was drawn from.
    var version: String? { sent["version"] }

    /// A text of several lines; one of nothing but spaces is none.
    func text(_ name: String) -> String { Self.plain(sent[name] ?? "") }

    /// What was typed, as it is kept.
    static func plain(_ typed: String) -> String {
        let text = EntryForm.normalised(typed)
        return text.isBlank ? "" : text
    }

    /// A text of one line.
    func line(_ name: String) -> String {
        let words = text(name).split(whereSeparator: \.isNewline).joined(separator: " ")
        return words.stripped
    }

    /// What follows `mark` in the names of boxes that are ticked.
    func ticked(_ mark: String) -> Set<String> {
        Set(
            sent.pairs.filter { $0.name.hasPrefix(mark) && $0.value == "yes" }
                .map { String($0.name.dropFirst(mark.count)) })
    }
}

/// How long texts of a report may be, in characters.
enum EditionLimit {
    static let line = 150
    /// What is said of one thing.
    static let remark = 600
    /// What is told at length.
    static let text = 2_000

    /// What is wrong with a text that is too long.
    static func fault(_ text: String, _ field: EditionField, atMost most: Int) -> FieldFault? {
        let count = text.count
        guard count > most else { return nil }
        let whole = DecimalFormat(decimals: 0)
        let (limit, has) = (
            whole.text(FixedDecimal(Int32(clamping: most))),
            whole.text(FixedDecimal(Int32(clamping: count)))
        )
        return FieldFault(
            field: field.name,
            words: "\(field.label) must be \(limit) characters or fewer. It has \(has)")
    }
}
