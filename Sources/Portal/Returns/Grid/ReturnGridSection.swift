import Mustache
import Scorecard

/// One entry of the grid: its row, those of its groups, and the row beneath with what is asked.
struct ReturnGridSection {
    let section: EntrySection
    /// The day by which most of the return is due; a row tells its own if it is another.
    let dueOn: Day?
    /// The period that most of the return is for.
    let period: Period

    private var check: EntryCheck { section.check }
    private var entry: ReturnEntry { section.check.entry }

    /// What is wrong and asked, each with the address of where that is mended.
    var faults: [(href: String, words: String)] {
        guard entry.isEditable, !entry.isUntouched else { return [] }
        let title = entry.measure.facts.title
        return check.pageFaults(withMissing: section.isChecked).map { fault in
            // Each stands alone in the list, and many are worded as those of other measures.
            let isNamed = fault.words.contains(title)
            return (
                href(of: fault.field),
                isNamed ? fault.words : "\(title): \(fault.words.lowercasedFirst)"
            )
        }
    }

    /// The fields of the grid lead to their boxes; others to the page of the one figure.
    private func href(of name: String) -> String {
        for group in [nil] + entry.groups.map(Optional.some) {
            for box in entry.boxes
            where EntryForm.name(of: .number(box, group), in: entry) == name {
                let isShared = section.shared.source(of: entry, box, group) != nil
                return isShared ? "#e\(entry.id)-m" : "#\(name)"
            }
        }
        let elsewhere: [EntryField] = [.why, .doing, .progress, .forecast]
        let isElsewhere = elsewhere.contains { EntryForm.name(of: $0, in: entry) == name }
        return isElsewhere ? "\(ReturnLinks.entry(entry))#\(name)" : "#\(name)"
    }

    /// Every name that the templates of the grid use of an entry.
    var values: TemplateRecord {
        let isEditable = entry.isEditable
        let content = entry.content
        let words: [EntryField] = [.comment, .action, .who, .by]
        let showsAction =
            check.asksAction || words.dropFirst().contains { !content[$0].isBlank }
        let showsComment =
            check.asksComment || asksWords || words.contains { !content[$0].isBlank }
        let showsReason = check.flag == .nothing || !content[.reason].isBlank
        let showsDoubts = !check.doubts.isEmpty
        var values = section.values
        values.append("rowFaults", .list(numberFaults))
        values.append("showsComment", .flag(isEditable && showsComment))
        values.append("showsAction", .flag(isEditable && showsAction))
        values.append("showsReason", .flag(isEditable && showsReason))
        values.append("showsDoubts", .flag(isEditable && showsDoubts))
        values.append(
            "hasMore", .flag(isEditable && (showsComment || showsReason || showsDoubts)))
        values.append("isRowBad", .flag(!faults.isEmpty && hasFaultInRow))
        values.append("note", note.template)
        values.append("rightFault", rightFault.template)
        values.append("isTicked", .flag(check.isTicked))
        values.append("flagWords", .text(check.flag?.words ?? "Not chosen"))
        values.append("lastWords", lastWords.template)
        return values
    }

    /// A measure that is told in words alone.
    private var asksWords: Bool { entry.measure.shape == nil }

    /// An unanswered question is no error of the row.
    private var hasFaultInRow: Bool {
        check.faults.contains { section.isChecked || !$0.isMissing }
    }

    /// What is wrong with numbers and what they are said to be, told under the measure's name.
    private var numberFaults: [TemplateValue] {
        guard entry.isEditable, !entry.isUntouched else { return [] }
        let numbers = Set(entry.fields.filter { !EntryField.words.contains($0) })
        return check.faults.filter {
            (numbers.contains($0.field) || $0.field == .figure)
                && (section.isChecked || !$0.isMissing)
        }.map { fault in
            [
                "id": .text("\(EntryForm.name(of: fault.field, in: entry))-fault"),
                "words": .text(fault.words),
            ]
        }
    }

    /// What is wrong with an answer to what was asked.
    private var rightFault: String? {
        let long = check.faults.first { $0.field == .rightBecause }?.words
        guard section.isChecked, check.isTicked, entry.content[.rightBecause].isBlank else {
            return long
        }
        return "Enter why the figure is right"
    }

    /// The period and the due day where they are not those of the return.
    private var note: String? {
        let own = entry.period == period ? nil : "For \(entry.period.label)"
        let due = entry.dueOn == dueOn || !entry.state.isOpen ? nil : "Due \(entry.dueOn.label)"
        let parts = [own, due].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ". ")
    }

    private var lastWords: String? {
        section.past.last(before: entry.period).map { $0.period.shortLabel }
    }
}

extension EntryCheck {
    /// Whether the box that says that the figure is right was ticked about these doubts.
    fileprivate var isTicked: Bool {
        entry.content[.right] == "yes" && entry.content[.rightAbout] == doubtMark
    }
}
