import Scorecard

/// Says what each row of a file would do.
///
/// It remembers what the rows before have given: no row may say again what another has said.
struct UploadJudge {
    let book: UploadBook
    /// The row by which each entry, or a group of it, was given.
    private var rows: [Int: Int] = [:]
    /// The numbers given that other measures share.
    private var given: [SharedNumbers.Place: String] = [:]
    private(set) var claims: [SharedClaim] = []
    /// The measures that the file is about.
    private(set) var measures: Set<Int> = []

    init(_ book: UploadBook) {
        self.book = book
    }

    /// Says what a row would do.
    mutating func judge(_ row: UploadedRow) -> UploadVerdict {
        var reading = RowReading(row)
        guard let place = locate(row, &reading) else { return reading.verdict(nil) }
        let entry = book.entries[place.entry]
        readNumbers(row, entry, place.group, &reading)
        readWords(row, entry, place.group, &reading)
        if reading.refusals.isEmpty, !reading.fields.isEmpty, !entry.isEditable {
            reading.refuse(.code, entry.lockedWords)
        }
        return reading.verdict(entry, place.group)
    }

    /// The claims that do not agree with what is typed where the number is typed.
    func refusedClaims() -> [(claim: SharedClaim, words: String)] {
        let contents = Dictionary(
            book.entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return claims.compactMap { claim in
            let stored = contents[claim.place.entry]?.content[claim.place.field] ?? ""
            let typed = given[claim.place] ?? stored
            guard !areSameNumber(claim.text, typed) else { return nil }
            let there = typed.isEmpty ? "is not given" : "is \(typed)"
            return (
                claim,
                "'\(claim.text.prefix(40))' is typed once, at \(claim.title), where it \(there). "
                    + "Leave this cell empty, or give both the same"
            )
        }
    }

    /// Which entry and group a row is about.
    private mutating func locate(
        _ row: UploadedRow, _ reading: inout RowReading
    ) -> (entry: Int, group: EntryGroup?)? {
        for column in [UploadColumn.code, .measure, .period, .groupCode, .group] {
            if case .fault(let words) = row[column] { reading.refuse(column, words) }
        }
        guard reading.refusals.isEmpty else { return nil }
        let (code, title) = (row[.code].shown, row[.measure].shown)
        let column = code.isEmpty && !title.isEmpty ? UploadColumn.measure : .code
        guard !code.isEmpty || !title.isEmpty else {
            reading.refuse(.code, "there is no measure code")
            return nil
        }
        guard let line = book.line(code: code, title: title) else {
            let text = code.isEmpty ? title : code
            reading.refuse(column, "there is no measure called '\(text)' in your returns")
            return nil
        }
        let measure = book.lines[line].measure.facts.title
        guard book.lines[line].isOwn else {
            reading.refuse(column, "the figures of \(measure) are entered by others")
            return nil
        }
        guard row[.period] != .blank else {
            reading.refuse(.period, "there is no period")
            return nil
        }
        guard let entry = book.entry(of: line, in: row[.period]) else {
            reading.refuse(
                .period,
                "there is no period called '\(row[.period].shown)' for \(measure) in your returns")
            return nil
        }
        measures.insert(line)
        guard let group = group(row, book.entries[entry], &reading) else { return nil }
        let key = entry * 1_000 + min(group.place, 999)
        if let earlier = rows[key] {
            let words = group.group.map { "\(measure), \($0.label)," } ?? measure
            reading.refuse(column, "\(words) is already on row \(earlier)")
            return nil
        }
        rows[key] = row.number
        return (entry, group.group)
    }

    /// The group that a row is about, with its place from 1 on; the whole is none, at 0.
    private func group(
        _ row: UploadedRow, _ entry: ReturnEntry, _ reading: inout RowReading
    ) -> (group: EntryGroup?, place: Int)? {
        let (code, label) = (row[.groupCode].shown, row[.group].shown)
        let text = code.isEmpty ? label : code
        if text.isEmpty { return (nil, 0) }
        for (place, group) in entry.groups.enumerated() {
            let name = code.isEmpty ? group.label : group.code
            if name == text || name.lowercased() == text.lowercased() { return (group, place + 1) }
        }
        if Self.whole.contains(text.lowercased()) { return (nil, 0) }
        reading.refuse(
            code.isEmpty ? .group : .groupCode,
            "there is no group called '\(text)' for \(entry.measure.facts.title)")
        return nil
    }

    /// What the row for all children may say in the place of a group.
    static let whole: Set<String> = ["all", "all children", "whole", "total"]

    private mutating func readNumbers(
        _ row: UploadedRow, _ entry: ReturnEntry, _ group: EntryGroup?,
        _ reading: inout RowReading
    ) {
        for column in UploadColumn.boxes where row[column] != .blank {
            guard let box = column.box else { continue }
            guard let terms = entry.measure.terms, entry.boxes.contains(box) else {
                reading.refuse(column, entry.wordsAboutUnwanted(box))
                continue
            }
            let field = EntryField.number(box, group)
            let number = UploadedFigure(row[column], box, terms)
            let place = SharedNumbers.Place(entry: entry.id, field: field)
            if let source = book.shared.sources[place] {
                claims.append(
                    SharedClaim(
                        row: row.number, column: column, place: source.place,
                        title: source.title, text: number.text))
                continue
            }
            if book.sources.contains(place), number.fault == nil { given[place] = number.text }
            let old = entry.content[field]
            if number.text == old, number.fault == nil || !old.isEmpty { continue }
            if let fault = number.fault {
                reading.refuse(column, fault)
            } else if !areSameNumber(number.text, old) {
                reading.set(field, number.written, before: old)
            }
        }
    }

    private func readWords(
        _ row: UploadedRow, _ entry: ReturnEntry, _ group: EntryGroup?,
        _ reading: inout RowReading
    ) {
        for column in UploadColumn.words where row[column] != .blank {
            guard let field = column.field else { continue }
            if let group {
                // Filled down a column, it says of a group what it says of all.
                if field == .figure { continue }
                reading.refuse(
                    column, "it is given on the row for all children, and not for \(group.label)")
                continue
            }
            let words = UploadedWords(row[column], field)
            if let fault = words.fault {
                reading.refuse(column, fault)
            } else if words.text != entry.content[field] {
                reading.set(field, words.text, before: entry.content[field])
            }
        }
    }
}

/// Whether two texts are the same, or the same number however it is written.
func areSameNumber(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard !one.isEmpty, !other.isEmpty else { return false }
    do throws(DecimalRefusal) {
        let (first, second) = (try DecimalInput(one), try DecimalInput(other))
        return first.value == second.value && first.mark == second.mark
    } catch {
        return false
    }
}

/// A row while it is being read.
private struct RowReading {
    let row: UploadedRow
    var fields: [String: String] = [:]
    var before: [String: String] = [:]
    var refusals: [UploadRefusal] = []

    init(_ row: UploadedRow) {
        self.row = row
    }

    mutating func refuse(_ column: UploadColumn, _ words: String) {
        refusals.append(UploadRefusal(column: column, words: words))
    }

    mutating func set(_ field: EntryField, _ text: String, before old: String) {
        fields[field.name] = text
        before[field.name] = old
    }

    func verdict(_ entry: ReturnEntry?, _ group: EntryGroup? = nil) -> UploadVerdict {
        let code = row[.code].shown
        let breakdown = row[.groupCode].shown
        return UploadVerdict(
            row: row.number, outcome: outcome(entry, group), entry: entry?.id,
            measure: code.isEmpty ? row[.measure].shown : code, period: row[.period].shown,
            breakdown: group?.code ?? (breakdown.isEmpty ? row[.group].shown : breakdown),
            fields: refusals.isEmpty ? fields : [:], before: refusals.isEmpty ? before : [:],
            refusals: refusals)
    }

    private func outcome(_ entry: ReturnEntry?, _ group: EntryGroup?) -> UploadOutcome {
        guard refusals.isEmpty, let entry else { return .refused }
        if fields.isEmpty { return .unchanged }
        // What was there of the same group, if anything was.
        let held = entry.content.fields.keys.contains { name in
            let slash = name.utf8.firstIndex(of: UInt8(ascii: "/"))
            guard let group else { return slash == nil }
            return slash.map { name[name.utf8.index(after: $0)...] == group.code } ?? false
        }
        return held ? .changed : .new
    }
}

extension ReturnEntry {
    /// Why nothing of it can be changed now.
    fileprivate var lockedWords: String {
        let title = measure.facts.title
        return switch state {
        case .submitted: "\(title) waits for approval, so it cannot be changed"
        case .approved: "\(title) is approved, so it cannot be changed"
        case .published:
            "\(title) is published. To change it, revise it from its page, and say why"
        case .notStarted, .draft, .sentBack:
            "returns for \(period.shortLabel) are closed. Ask the performance team to reopen them"
        }
    }

    fileprivate func wordsAboutUnwanted(_ box: EntryBox) -> String {
        let title = measure.facts.title
        switch (measure.shape, box) {
        case (nil, _): return "\(title) is told in words, and takes no number"
        case (.ratio, .value):
            return "the result of \(title) is worked out. Give the top and the bottom number"
        case (.count, _), (.value, _), (.ratio, _):
            return "\(title) takes no number here. Its figure goes into the column Value"
        }
    }
}
