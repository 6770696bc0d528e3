import Mustache
import Scorecard

/// One entry as forms show it: what is known of the measure, the boxes, and what was found.
struct EntrySection {
    let check: EntryCheck
    let past: EntryPast
    let shared: SharedNumbers
    /// Whether what is missing is told at the fields, as after a check.
    let isChecked: Bool
    let today: Day
    /// The revision that what is shown was typed on the ground of, where that is an earlier one:
    /// a form that was held is drawn with it.
    var base: Int?

    private var entry: ReturnEntry { check.entry }
    private var format: FigureFormat { entry.measure.facts.format }

    /// Every name that templates of entries use.
    var values: TemplateRecord {
        let facts = entry.measure.facts
        let whole = boxes(nil)
        var values: TemplateRecord = [
            "entry": .text("e\(entry.id)"),
            "title": .text(facts.title),
            "href": .text(ReturnLinks.entry(entry)),
            "measureHref": .text(Links.measure(facts.slug)),
            "period": .text(entry.period.label),
            "hint": hint.template,
            "revisionName": .text(EntryForm.revision(of: entry)),
            "revision": .integer(base ?? entry.revision),
            "isEditable": .flag(entry.isEditable),
            "isLate": .flag(entry.isLate(on: today)),
            "due": .text(entry.dueOn.label),
            "last": .text(text(past.last(before: entry.period)) ?? "None"),
            "lastPeriod": (past.last(before: entry.period)?.period.shortLabel).template,
            "yearBefore": .text(text(past.yearBefore(entry.period)) ?? "None"),
            "published": text(past.published(entry.period)).template,
            "target": target.template,
            "result": result.template,
            "boxes": .list(whole),
            "top": box(ofTop: true, among: whole),
            "bottom": box(ofTop: false, among: whole),
            "groups": .list(groups),
            "groupID": .absent,
            "hasGroups": .flag(!entry.groups.isEmpty),
            "sentBackWords": entry.sentBackWords.template,
            "revisionReason": entry.revisionReason.template,
            "hasStatus": .flag(check.standing != nil),
            "isBad": .flag(isBad),
            "asksComment": .flag(check.asksComment),
            "asksAction": .flag(check.asksAction),
            "isSmall": .flag(check.isSmall),
        ]
        values.append(contentsOf: stateValues)
        values.append(contentsOf: check.standing?.statusValues ?? Self.noStatus)
        values.append(contentsOf: check.standing?.changeValues ?? Self.noChange)
        values.append(contentsOf: doubtValues)
        values.append("flags", .list(flags))
        values.append("flagName", .text(name(.figure)))
        values.append("flagFault", fault(.figure).template)
        for field in Self.texts {
            values.append(field.name, .record(control(field)))
        }
        return values
    }

    /// Such as `Top: plans issued within 20 weeks. Bottom: all plans issued`.
    private var hint: String? {
        switch entry.measure.shape {
        case .ratio:
            "Top: \((entry.measure.numerator ?? "").lowercasedFirst). "
                + "Bottom: \((entry.measure.denominator ?? "").lowercasedFirst)."
        case .count: entry.measure.numerator
        case .value, nil: nil
        }
    }

    private var isBad: Bool {
        check.faults.contains { isChecked || !$0.isMissing }
    }

    private var stateValues: TemplateRecord {
        let isReady = entry.state.isOpen && check.readiness == .ready
        // A number that came from another measure starts nothing.
        let isTold = entry.state == .draft
        return [
            "isReady": .flag(isReady),
            "stateWords": .text(isTold ? check.readiness.words : entry.state.words),
            "stateLook": .text(isTold ? check.readiness.look : entry.state.look),
        ]
    }

    private static let noStatus: TemplateRecord = [
        "statusClass": .absent, "statusIcon": .absent, "statusWords": .absent,
    ]
    private static let noChange: TemplateRecord = [
        "hasChange": .flag(false), "changeClass": .absent, "changeIcon": .absent,
        "changeWords": .absent, "changeSince": .absent,
    ]

    private var target: String? {
        check.standing?.target.map { $0.target.words(in: format, on: entry.period.end) }
            ?? past.targets.first.map { $0.target.words(in: format, on: entry.period.end) }
    }

    /// What the typed numbers come to.
    private var result: String? {
        guard let figure = check.whole?.figure else { return nil }
        guard let value = figure.value else {
            return (figure.marker ?? .notAvailable).shorthand
        }
        return check.standing.map { format.text(value, judged: $0.judgement) }
            ?? format.text(value)
    }

    private func text(_ figure: Figure?) -> String? {
        guard let figure else { return nil }
        return figure.value.map { format.text($0) }
            ?? (figure.marker ?? QualityMarker.notAvailable).shorthand
    }

    /// The boxes of the whole or of a group, each with its name for those who do not see it.
    private func boxes(_ group: EntryGroup?) -> [TemplateValue] {
        entry.boxes.map { box in
            let field = EntryField.number(box, group)
            let place = SharedNumbers.Place(entry: entry.id, field: field)
            let source = shared.sources[place]
            return [
                "name": .text(name(field)),
                "label": .text(label(of: box)),
                "words": words(of: box).template,
                "isTop": .flag(box != .denominator),
                "value": .text(entry.content[field]),
                "fault": fault(field).template,
                "inputMode": .text(
                    box == .value && entry.measure.shape != .count ? "text" : "numeric"),
                "isShared": .flag(source != nil),
                "sharedFrom": (source?.title).template,
                "group": (group?.label).template,
            ]
        }
    }

    /// The box of one of the two columns in which numbers are typed, if it is needed.
    private func box(ofTop isTop: Bool, among boxes: [TemplateValue]) -> TemplateValue {
        let place = entry.boxes.firstIndex { ($0 != .denominator) == isTop }
        return place.map { boxes[$0] } ?? .absent
    }

    private func label(of box: EntryBox) -> String {
        switch box {
        case .numerator: "Top number"
        case .denominator: "Bottom number"
        case .value: entry.measure.shape == .count ? "Number" : "Value"
        }
    }

    /// What is counted there, as the catalogue has it.
    private func words(of box: EntryBox) -> String? {
        switch box {
        case .numerator: entry.measure.numerator
        case .denominator: entry.measure.denominator
        case .value: entry.measure.shape == .count ? entry.measure.numerator : nil
        }
    }

    private var groups: [TemplateValue] {
        entry.groups.map { group in
            let reading = check.groups.first { $0.group == group }?.reading
            let boxes = boxes(group)
            return [
                "groupID": .text("e\(entry.id)-g\(group.id)"),
                "label": .text(group.label),
                "boxes": .list(boxes),
                "top": box(ofTop: true, among: boxes),
                "bottom": box(ofTop: false, among: boxes),
                "last": .text(text(past.last(before: entry.period, group)) ?? "None"),
                "result": text(reading?.figure).template,
            ]
        }
    }

    private var flags: [TemplateValue] {
        EntryFlag.allCases.map { flag in
            [
                "value": .text(flag.rawValue), "words": .text(flag.words),
                "chosen": .flag(check.flag == flag),
            ]
        }
    }

    private var doubtValues: TemplateRecord {
        [
            "hasDoubts": .flag(!check.doubts.isEmpty),
            "doubts": .list(
                check.doubts.map { group, doubt in
                    .text(group.map { "\($0.label): \(doubt.question)" } ?? doubt.question)
                }),
            "isRight": .flag(check.isSaidToBeRight),
            "rightName": .text(name(.right)),
            "rightAboutName": .text(name(.rightAbout)),
            "rightAbout": .text(check.doubtMark),
        ]
    }

    /// The fields that are typed in words, each a record named as the field.
    private static let texts: [EntryField] = [
        .reason, .comment, .why, .doing, .action, .who, .by, .progress, .forecast, .rightBecause,
    ]

    private func control(_ field: EntryField) -> TemplateRecord {
        [
            "name": .text(name(field)), "value": .text(entry.content[field]),
            "fault": fault(field).template,
        ]
    }

    private func name(_ field: EntryField) -> String { EntryForm.name(of: field, in: entry) }

    private func fault(_ field: EntryField) -> String? {
        guard !entry.isUntouched else { return nil }
        return check.faults.first { $0.field == field && (isChecked || !$0.isMissing) }?.words
    }
}
