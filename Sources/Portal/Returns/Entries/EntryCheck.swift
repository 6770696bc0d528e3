import Scorecard

/// What was typed of one entry, looked through.
struct EntryCheck {
    /// What is wrong with a field, or missing.
    struct Fault: Equatable {
        let field: EntryField
        let words: String
        /// Whether it is only missing: a draft may be saved without it and nothing is said.
        let isMissing: Bool
    }

    let entry: ReturnEntry
    let flag: EntryFlag?
    /// The figure of the whole; `nil` for a measure that is told in words alone.
    let whole: EntryReading?
    /// The figures of the groups, in their order.
    let groups: [(group: EntryGroup, reading: EntryReading)]
    /// How the measure stands with the figure, if there is one.
    let standing: Standing?
    /// In the order of the page.
    let faults: [Fault]
    /// What is unusual, the whole's first; each names the group it is about.
    let doubts: [(group: EntryGroup?, doubt: Doubt)]

    init(_ entry: ReturnEntry, _ past: EntryPast) {
        self.entry = entry
        let flag = EntryFlag(rawValue: entry.content[.figure])
        self.flag = flag
        whole = Self.reading(entry, nil, flag)
        groups = entry.groups.compactMap { group in
            Self.reading(entry, group, flag).map { (group, $0) }
        }
        standing = whole?.figure.map { past.standing(of: entry, with: $0) }
        let readings = [(nil, whole)] + groups.map { (Optional($0.group), Optional($0.reading)) }
        let told = readings.compactMap { group, reading in reading.map { (group, $0) } }
        doubts = Self.doubts(entry, past, told) + Self.groupDoubts(entry, whole, groups)
        let words = EntryWordsCheck(entry, flag: flag, status: standing?.judgement.status)
        faults = Self.numberFaults(told) + Self.groupFaults(entry, flag, groups) + words.faults
    }

    /// Whether the status that the figure would have asks for a comment.
    var asksComment: Bool { needsComment(standing?.judgement.status) }
    /// Whether it asks for an action with somebody who does it, and a day.
    var asksAction: Bool { standing?.judgement.status == .offTarget }

    /// Whether members and the public would be told of one of its figures only that there is one.
    var isSmall: Bool {
        guard let terms = entry.measure.terms else { return false }
        let figures = [whole?.figure] + groups.map(\.reading.figure)
        return figures.contains { $0.map(terms.withholds) ?? false }
    }

    /// What the doubts ask, by which an answer is known to be about them and no others.
    var doubtMark: String {
        guard !doubts.isEmpty else { return "" }
        let asked = doubts.map { "\($0.group?.code ?? "") \($0.doubt.question)" }
        return String(sha256(Array(asked.joined(separator: "\n").utf8)).prefix(16))
    }

    /// Whether the officer has said of what is unusual now that it is right.
    var isSaidToBeRight: Bool {
        entry.content[.right] == "yes" && entry.content[.rightAbout] == doubtMark
    }

    /// Whether the officer has said that what is unusual is right, and why.
    var isDoubtAnswered: Bool { isSaidToBeRight && !entry.content[.rightBecause].isBlank }

    var readiness: Readiness {
        if entry.content.isEmpty { return .blank }
        if faults.contains(where: { !$0.isMissing }) { return .faulty }
        if faults.contains(where: { !$0.field.isWords }) { return .unfinished }
        if !doubts.isEmpty, !isDoubtAnswered { return .doubtful }
        return faults.isEmpty ? .ready : .uncommented
    }

    private static func reading(
        _ entry: ReturnEntry, _ group: EntryGroup?, _ flag: EntryFlag?
    ) -> EntryReading? {
        var typed = entry.typed(group)
        // Where there is nothing to report, a bottom number may be there for other measures.
        if flag == .nothing, typed.numerator.isBlank, typed.value.isBlank {
            typed = TypedFigure()
        }
        return entry.measure.terms.map {
            EntryReading(typed, period: entry.period, flag: flag, terms: $0)
        }
    }

    private static func numberFaults(
        _ readings: [(group: EntryGroup?, reading: EntryReading)]
    ) -> [Fault] {
        readings.flatMap { group, reading in
            reading.faults.map { fault in
                Fault(
                    field: .number(fault.box, group),
                    words: group.map { "\($0.label): \(fault.words)" } ?? fault.words,
                    isMissing: fault.isMissing)
            }
        }
    }

    /// Either all groups are told or none: readers would take a group that is not there for one
    /// without children.
    private static func groupFaults(
        _ entry: ReturnEntry, _ flag: EntryFlag?,
        _ groups: [(group: EntryGroup, reading: EntryReading)]
    ) -> [Fault] {
        let blank = groups.filter { $0.reading.isBlank }
        guard flag != .nothing, !blank.isEmpty, blank.count < groups.count else { return [] }
        return blank.map { group, _ in
            Fault(
                field: .number(entry.boxes.first ?? .value, group),
                words: "\(group.label): Enter a figure, or clear those of the other groups",
                isMissing: true)
        }
    }

    private static func doubts(
        _ entry: ReturnEntry, _ past: EntryPast,
        _ readings: [(group: EntryGroup?, reading: EntryReading)]
    ) -> [(group: EntryGroup?, doubt: Doubt)] {
        guard let terms = entry.measure.terms else { return [] }
        return readings.flatMap { group, reading -> [(group: EntryGroup?, doubt: Doubt)] in
            guard let figure = reading.figure else { return [] }
            let history = past.figures(before: entry.period, group)
            let plausibility = Plausibility(
                figure, terms: terms, history: history, breaks: past.line.breaks)
            return plausibility.doubts.map { (group, $0) }
        }
    }

    /// What is unusual about groups beside the whole: one that has more than all, and those that
    /// make it up and come to something else.
    private static func groupDoubts(
        _ entry: ReturnEntry, _ whole: EntryReading?,
        _ groups: [(group: EntryGroup, reading: EntryReading)]
    ) -> [(group: EntryGroup?, doubt: Doubt)] {
        guard let terms = entry.measure.terms, let figure = whole?.figure else { return [] }
        let plausibility = GroupsPlausibility(whole: figure, terms: terms)
        var doubts: [(group: EntryGroup?, doubt: Doubt)] = groups.compactMap { group, reading in
            reading.figure.flatMap(plausibility.doubt).map { (group, $0) }
        }
        guard doubts.isEmpty else { return doubts }
        let divisions = Set(groups.flatMap(\.group.divisions)).sorted { $0.name < $1.name }
        for division in divisions {
            let parts = groups.filter { $0.group.divisions.contains(division) }
            let figures = parts.compactMap(\.reading.figure)
            guard parts.count == division.parts, figures.count == parts.count else { continue }
            let names = Wording.list(parts.map(\.group.label), "and")
            if let doubt = plausibility.doubt(aboutSumOf: figures, called: names) {
                doubts.append((nil, doubt))
            }
        }
        return doubts
    }
}

/// Whether a status asks for a comment.
private func needsComment(_ status: TargetStatus?) -> Bool {
    status == .offTarget || status == .close
}

extension EntryField {
    /// Whether it is said when a target is missed.
    fileprivate var isWords: Bool {
        [.comment, .action, .who, .by].contains(self)
    }
}
