import HTTPServer
import Scorecard

/// The controls of entries in a form: by which names they go, and what was sent in them.
///
/// Several entries stand in one form, so each name says which it is about. Groups of children
/// go by their numbers, since their codes have spaces.
struct EntryForm {
    /// What was sent, for each entry that the form had.
    let changes: [EntryChange]

    /// Reads what was sent for some entries; one whose revision is not there was not in the form.
    init(_ sent: Query, _ entries: [ReturnEntry]) {
        var texts: [String: String] = [:]
        for pair in sent.pairs where texts[pair.name] == nil { texts[pair.name] = pair.value }
        changes = entries.compactMap { entry in
            guard let base = texts[Self.revision(of: entry)].flatMap({ Int($0) }) else {
                return nil
            }
            var fields: [String: String] = [:]
            for field in entry.fields {
                guard let text = texts[Self.name(of: field, in: entry)] else { continue }
                let sent = Self.normalised(text)
                // What stands there already was not typed now, however it is written.
                fields[field.name] =
                    sent == entry.content[field] ? sent : entry.rewritten(sent, in: field)
            }
            // A box that is not ticked is not sent, and answers nothing.
            if fields[EntryField.rightAbout.name] != nil, fields[EntryField.right.name] != "yes" {
                fields[EntryField.right.name] = ""
                fields[EntryField.rightAbout.name] = ""
            }
            return EntryChange(entry: entry.id, base: base, fields: fields)
        }
    }

    /// All that was sent, for pages that send it on.
    static func pairs(_ sent: Query) -> [(name: String, value: String)] {
        sent.pairs.map { ($0.name, $0.value) }
    }

    /// The name of the field with the revision that the form was drawn from.
    static func revision(of entry: ReturnEntry) -> String { "e\(entry.id)-revision" }

    /// The name of a control, which is its id on the page, too: `e12-n`, `e12-n-g34`.
    static func name(of field: EntryField, in entry: ReturnEntry) -> String {
        // Most have no group, and a grid asks for thousands.
        guard field.name.utf8.contains(UInt8(ascii: "/")) else {
            return "e\(entry.id)-\(field.name)"
        }
        let parts = field.name.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let group = entry.groups.first(where: { $0.code == parts[1] })
        else { return "e\(entry.id)-\(field.name)" }
        return "e\(entry.id)-\(parts[0])-g\(group.id)"
    }

    /// One kind of line end, and nothing that cannot be written on a page.
    static func normalised(_ text: String) -> String {
        // Most texts have nothing of that, and files bring many.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
        var clean = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": clean.append("\n")
            case "\n": if !wasReturn { clean.append("\n") }
            case "\t": clean.append(scalar)
            case _ where scalar.properties.generalCategory == .control: break
            // These turn round what stands after them, which others wrote.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
            default: clean.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(clean)
    }
}

extension EntryCheck {
    /// What is wrong and what is asked, as the list at the top of a page has it.
    ///
    /// Each leads to its control. What is only missing is left out of a draft.
    ///
    /// - Parameters:
    ///   - withMissing: Whether what is still to be typed is told, too.
    ///   - namesMeasure: Whether other measures are on the page, so that each says whose it is.
    /// - Returns: What is wrong, in the order of the page.
    func pageFaults(withMissing: Bool, namesMeasure: Bool = true) -> [FieldFault] {
        let title = entry.measure.facts.title
        var all = faults.filter { withMissing || !$0.isMissing }.map { fault in
            FieldFault(
                field: EntryForm.name(of: fault.field, in: entry),
                words: namesMeasure ? fault.words(naming: title) : fault.words)
        }
        if withMissing, !doubts.isEmpty, isSaidToBeRight, !isDoubtAnswered {
            all.append(
                FieldFault(
                    field: EntryForm.name(of: .rightBecause, in: entry),
                    words: "Enter why the figure for \(title) is right"))
        } else if withMissing, !doubts.isEmpty, !isDoubtAnswered {
            let reasons = Wording.list(doubts.map(\.doubt.summary), "and")
            all.append(
                FieldFault(
                    field: EntryForm.name(of: .right, in: entry),
                    words: "Confirm \(title): \(reasons)"))
        }
        return all
    }
}

extension EntryCheck.Fault {
    /// The words with the measure before them, unless they name it.
    fileprivate func words(naming title: String) -> String {
        guard !words.contains(title) else { return words }
        // Of a group they begin with what it is called.
        return field.name.contains("/") ? "\(title), \(words)" : "\(title): \(words)"
    }
}

extension ReturnEntry {
    /// What was typed into a field as the portal writes it, where it can be read: `1,436` for
    /// `1436`, and `31 March 2027` for `2027-03-31`.
    fileprivate func rewritten(_ text: String, in field: EntryField) -> String {
        if field == .by { return Day(typed: text)?.label ?? text }
        let name = field.name.prefix { $0 != "/" }
        guard let box = EntryBox(rawValue: String(name)), let terms = measure.terms else {
            return text
        }
        var typed = TypedFigure()
        typed[box] = text
        return EntryReading(typed, period: period, flag: nil, terms: terms).normalised[box]
    }
}
