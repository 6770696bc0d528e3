import Mustache
import Scorecard

/// One entry of the grid: its row, those of its groups, and the row beneath with what is asked.
struct ReturnGridSection {
    let section: EntrySection
    /// The day by which most of the return is due; a row tells its own if it is another.
    let dueOn: Day?
    /// The period that most of the return is for.
    let period: Period
    /// What is wrong and asked, each with the address of where that is mended.
    private(set) var faults: [(href: String, words: String)] = []

    init(section: EntrySection, dueOn: Day?, period: Period) {
        self.section = section
        self.dueOn = dueOn
        self.period = period
        guard entry.isEditable, !entry.isUntouched else { return }
        let title = entry.measure.facts.title
        faults = toldFaults.map { fault in
            // Each stands alone in the list, and many are worded as those of other measures.
            let isNamed =
                fault.isMissing && Self.named.contains(fault.field)
                || fault.words.hasPrefix(title)
            return (
                href(of: fault.field),
                isNamed ? fault.words : "\(title): \(fault.words.lowercasedFirst)"
            )
        }
        if isUnconfirmed, let question = check.pageFaults(withMissing: true).last {
            faults.append(("#\(question.field)", question.words))
        }
    }

    private var check: EntryCheck { section.check }
    private var entry: ReturnEntry { section.check.entry }

    /// Whether something unusual is to be confirmed.
    var isUnconfirmed: Bool {
        section.isChecked && !check.doubts.isEmpty && !check.isDoubtAnswered
    }
    /// Whether something else than an unanswered question is told.
    var isFaulty: Bool { !toldFaults.isEmpty }

    private var toldFaults: [EntryCheck.Fault] {
        check.faults.filter { section.isChecked || !$0.isMissing }
    }

    /// The fields whose words name the measure where they are missing.
    private static let named: [EntryField] = [.figure, .comment, .action, .who, .by]
    /// Those that are on the page of the one figure.
    private static let elsewhere: [EntryField] = [.why, .doing, .progress, .forecast]

    private func href(of field: EntryField) -> String {
        let place = SharedNumbers.Place(entry: entry.id, field: field)
        if section.shared.sources[place] != nil { return "#e\(entry.id)-m" }
        let name = EntryForm.name(of: field, in: entry)
        let page = Self.elsewhere.contains(field) ? ReturnLinks.entry(entry) : ""
        return "\(page)#\(name)"
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
        values.append("isRowBad", .flag(!faults.isEmpty && isFaulty))
        values.append("note", note.template)
        values.append("rightFault", rightFault.template)
        values.append("isTicked", .flag(check.isTicked))
        values.append("flagWords", .text(check.flag?.words ?? "Not chosen"))
        values.append("lastWords", lastWords.template)
        return values
    }

    /// A measure that is told in words alone.
    private var asksWords: Bool { entry.measure.shape == nil }

    /// What is wrong with numbers and what they are said to be, told under the measure's name.
    private var numberFaults: [TemplateValue] {
        guard entry.isEditable, !entry.isUntouched else { return [] }
        return toldFaults.filter {
            $0.field == .figure || !EntryField.words.contains($0.field)
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
        let own = entry.period == period ? nil : entry.period.label.capitalisedFirst
        let due = entry.dueOn == dueOn || !entry.isEditable ? nil : "Due \(entry.dueOn.label)"
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
