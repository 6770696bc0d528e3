import Mustache
import Scorecard

/// One measure's figure: what to count, what was before, and all that is typed of it.
struct EntryPage: Page {
    static let template = "returns/entry"
    let section: Section? = .returns
    let atHand: ReturnAtHand
    let entry: ReturnEntry
    let past: EntryPast
    let today: Day
    /// Whether what is missing is told, as after a check.
    var isChecked = false
    /// What was done just now.
    var done: Done?
    /// The revision that a held form was typed on the ground of.
    var base: Int?
    /// What was typed and cannot be kept, since no figures are taken any more.
    var unsaved: EntryChange?
    let check: EntryCheck

    init(atHand: ReturnAtHand, entry: ReturnEntry, past: EntryPast, today: Day) {
        self.atHand = atHand
        self.entry = entry
        self.past = past
        self.today = today
        check = EntryCheck(entry, past)
    }

    /// What is asked of a form.
    enum Act: String {
        case draft
        case check
        case next
    }

    /// What was done, as the address says it.
    enum Done: String {
        case draft
        case check
        case merged
        /// The figure before this one.
        case next

        fileprivate func words(isReady: Bool) -> String {
            switch self {
            case .draft: "Draft saved. You can leave this page and come back to it."
            case .check: isReady ? "Saved. This figure is ready." : "Saved."
            case .merged:
                "Saved, together with what somebody else has changed here since you opened the page."
            case .next: "Saved. This is the next figure."
            }
        }
    }

    var address: String? { ReturnLinks.entry(entry) }
    var summary: String { "The figure of \(entry.measure.facts.title) \(entry.period.inSentence)." }

    /// What is wrong, as the list at the top has it.
    var faults: [FieldFault] {
        entry.isEditable ? check.pageFaults(withMissing: isChecked, namesMeasure: false) : []
    }

    /// Where a form leads that was kept and has no faults.
    func address(after act: Act, isMerged: Bool) -> String {
        let path: String
        switch act {
        case .draft, .check: path = ReturnLinks.entry(entry)
        case .next:
            guard let next = nextToFill else { return ReturnLinks.check(entry.returnID) }
            path = ReturnLinks.entry(next)
        }
        let done = isMerged && act != .next ? Done.merged.rawValue : act.rawValue
        return AddressQuery(path: path, [("saved", done)]).text
    }

    /// The next entry in which something can be typed.
    private var nextToFill: ReturnEntry? {
        atHand.own.drop { $0.id != entry.id }.dropFirst().first(where: \.isEditable)
    }

    var values: TemplateRecord {
        let section = EntrySection(
            check: check, past: past, shared: atHand.shared, isChecked: isChecked, today: today,
            base: base)
        var values = section.values
        values.append("crumbs", atHand.crumbs.template)
        values.append("returnName", .text(atHand.figureReturn.heading))
        values.append("formAction", .text(ReturnLinks.entry(entry)))
        values.append("historyHref", .text(historyHref))
        values.append("done", (done?.words(isReady: check.readiness == .ready)).template)
        values.append(contentsOf: FieldFaults(all: faults).values)
        values.append("about", .list(EntryAboutSection(entry, past).entries))
        values.append(contentsOf: EntryHistorySection(entry, past).values)
        values.append("flagChoices", .list(flagChoices))
        values.append("progressChoices", .list(progressChoices))
        values.append("words", .list(wordFields.map(\.values)))
        values.append("actions", .list(actionFields.map(\.values)))
        values.append("forecasts", .list(forecastFields.map(\.values)))
        values.append("reasons", .list([reasonField.values]))
        values.append("becauses", .list([becauseField.values]))
        values.append("rule", ruleWords.template)
        values.append("locked", lockedWords.template)
        values.append("withdrawHref", entry.state == .submitted ? withdrawHref : .absent)
        values.append("reviseHref", entry.state == .published ? reviseHref : .absent)
        values.append("told", .list(told))
        values.append("unsaved", .list(unsavedFields))
        values.append("isUnsaved", .flag(unsaved != nil))
        values.append("previous", link(to: atHand.own(-1, from: entry)))
        values.append("next", link(to: atHand.own(1, from: entry)))
        values.append("place", .text(place))
        values.append("periodWords", .text(entry.period.label.capitalisedFirst))
        values.append("checkHref", .text(ReturnLinks.check(entry.returnID)))
        return values
    }

    private var historyHref: String {
        AddressQuery(
            path: ReturnLinks.history(entry.returnID), [("measure", entry.measure.facts.code)]
        ).text
    }

    private var withdrawHref: TemplateValue {
        .text(ReturnLinks.withdraw(entry.returnID))
    }

    private var reviseHref: TemplateValue { .text(ReturnLinks.revise(entry)) }

    private var place: String {
        let number = (atHand.own.firstIndex { $0.id == entry.id } ?? 0) + 1
        return "Figure \(number) of \(atHand.own.count) that you enter"
    }

    private func link(to other: ReturnEntry?) -> TemplateValue {
        guard let other else { return .absent }
        return [
            "href": .text(ReturnLinks.entry(other)), "label": .text(other.measure.facts.title),
        ]
    }

    /// The rule by which the figure is judged, or why it is not.
    private var ruleWords: String? {
        check.standing.map { $0.judgement.explanation(in: $0.format) }
    }

    // MARK: What is typed

    private var flagChoices: [TemplateValue] {
        EntryFlag.allCases.enumerated().map { place, flag in
            let name = EntryForm.name(of: .figure, in: entry)
            return [
                "id": .text(place == 0 ? name : "\(name)-\(flag.rawValue)"),
                "value": .text(flag.rawValue), "words": .text(flag.words),
                "chosen": .flag(check.flag == flag),
            ]
        }
    }

    private var progressChoices: [TemplateValue] {
        ActionState.allCases.map { state in
            [
                "value": .text(state.rawValue), "words": .text(state.words),
                "chosen": .flag(entry.content[.progress] == state.rawValue),
            ]
        }
    }

    private var reasonField: FieldSection {
        field(.reason, "Why is there nothing to report?", "Only if you chose “Nothing to report”.")
    }

    private var becauseField: FieldSection { field(.rightBecause, "Why is it right?") }

    private var wordFields: [FieldSection] {
        [
            field(
                .comment, "What happened?",
                check.asksComment
                    ? "Needed, because the figure misses its target. \(Self.limits)"
                    : Self.limits),
            field(.why, "Why is it so?", "If you know it."),
            field(.doing, "What are we doing about it?"),
        ]
    }

    private var actionFields: [FieldSection] {
        [
            field(.action, "What will be done?", check.asksAction ? Self.asked : nil),
            field(.who, "Who is responsible?", "A role, not a name: Head of SEND", .text),
            field(.by, "By when?", "For example, 31 March 2027 or March 2027", .text),
        ]
    }

    private var forecastFields: [FieldSection] {
        guard let period = entry.forecastPeriod, entry.measure.terms != nil else { return [] }
        let article = period.kind == .calendarYear ? "" : "the "
        return [
            field(
                .forecast, "What will \(article)\(period.label) come to?",
                "Your forecast for the whole year, as one number. Leave it empty if you cannot say.",
                .text)
        ]
    }

    private func field(
        _ field: EntryField, _ label: String, _ hint: String? = nil,
        _ kind: FieldSection.Kind = .area
    ) -> FieldSection {
        let fault = check.faults.first { $0.field == field && (isChecked || !$0.isMissing) }
        let name = EntryForm.name(of: field, in: entry)
        let listed = faults.first { $0.field == name }
        return FieldSection(
            name: name, label: label, hint: hint, kind: kind, value: entry.content[field],
            fault: fault?.words ?? (field == .rightBecause ? listed?.words : nil))
    }

    private static let limits =
        "Up to \(EntryWordsCheck.longest) characters. Do not include anything that could identify "
        + "a child."
    private static let asked = "Needed, because the figure is off target."

    // MARK: What is not typed any more

    private var lockedWords: String? {
        entry.isEditable ? nil : entry.lockedWords(atHand.figureReturn.round)
    }

    /// What was entered, where it can only be read.
    private var told: [TemplateValue] {
        entry.fields.compactMap { field in
            let text = entry.content.words(of: field)
            guard field != .rightAbout, !text.isEmpty else { return nil }
            return ["label": .text(field.label(in: entry)), "text": .text(text)]
        }
    }

    private var unsavedFields: [TemplateValue] {
        guard let unsaved else { return [] }
        let typed = EntryContent(unsaved.fields)
        return typed.differences(from: entry.content).compactMap { field, _, text in
            guard field != .rightAbout, !text.isEmpty else { return nil }
            return [
                "label": .text(field.label(in: entry)), "text": .text(typed.words(of: field)),
            ]
        }
    }
}

extension EntryContent {
    /// What a field holds, as people read it.
    func words(of field: EntryField) -> String { field.words(of: self[field]) }
}

extension EntryField {
    /// A text of this field as people read it: what was chosen from a list in its words.
    func words(of text: String) -> String {
        switch self {
        case .figure: EntryFlag(rawValue: text)?.words ?? text
        case .progress: ActionState(rawValue: text)?.words ?? text
        case .right: text == "yes" ? "Yes" : text
        default: text
        }
    }
}

extension ReturnEntry {
    /// Why nothing can be typed.
    func lockedWords(_ round: CollectionRound) -> String {
        switch state {
        case .submitted: return "This figure waits for approval, so it cannot be changed now."
        case .approved:
            return "This figure is approved and waits to be published. If it must change, ask the "
                + "performance team to send it back."
        case .published:
            return "This figure is published. It changes only by a revision, which needs a reason."
        case .notStarted, .draft, .sentBack:
            return ReturnGridPage.closedWords(round)
        }
    }
}
