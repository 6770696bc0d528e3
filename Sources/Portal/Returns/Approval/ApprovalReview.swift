import Scorecard

/// An entry that waits for approval, with what is unusual about it.
struct ApprovalReview {
    let check: EntryCheck
    let past: EntryPast
    let authors: EntryAuthors
    /// Whether whoever looks at it has a part in it.
    let isOwn: Bool
    private(set) var flags: [ApprovalFlag]

    var entry: ReturnEntry { check.entry }
    var isUnusual: Bool { !flags.isEmpty }
    /// Whether it may be approved by whoever looks at it.
    var mayBeApproved: Bool { !isOwn && check.readiness == .ready }

    init(_ entry: ReturnEntry, _ past: EntryPast, _ authors: EntryAuthors, by reader: Int64) {
        check = EntryCheck(entry, past)
        self.past = past
        self.authors = authors
        isOwn = authors.contains(reader)
        flags = ApprovalFlags(check, past).all
    }

    /// The same with how a number stands at other measures that share it, if it differs.
    func telling(sharedNumber words: String?) -> ApprovalReview {
        guard let words else { return self }
        var review = self
        review.flags.append(ApprovalFlag(kind: .sharedNumber, words: words))
        return review
    }

    /// Reviews of several entries.
    static func all(
        _ entries: [ReturnEntry], _ pasts: EntryPasts, _ authors: [Int64: EntryAuthors],
        by reader: Int64
    ) -> [ApprovalReview] {
        entries.map { entry in
            ApprovalReview(
                entry, pasts[entry.measure.facts.id] ?? EntryPast(),
                authors[entry.id] ?? EntryAuthors(), by: reader)
        }
    }
}

/// What is unusual about an entry, worked out by the rules of the pages that readers see.
private struct ApprovalFlags {
    private let check: EntryCheck
    private let past: EntryPast
    private var entry: ReturnEntry { check.entry }
    private var facts: MeasureFacts { entry.measure.facts }

    init(_ check: EntryCheck, _ past: EntryPast) {
        self.check = check
        self.past = past
    }

    var all: [ApprovalFlag] {
        let found: [(ApprovalFlag.Kind, String?)] = [
            (.unready, unready), (.revision, revision), (.nothing, nothing), (.doubt, doubt),
            (.signal, signal), (.statusChange, statusChange), (.offTarget, offTarget),
            (.suppressed, suppressed), (.toldInWords, toldInWords),
        ]
        return found.compactMap { kind, words in
            words.map { ApprovalFlag(kind: kind, words: $0) }
        }
    }

    /// What has come to keep it from being published since it was sent in.
    private var unready: String? {
        guard check.readiness != .ready else { return nil }
        let faults = check.pageFaults(withMissing: true).map(\.words)
        let words = faults.isEmpty ? [check.readiness.words] : faults
        return "\(words.joined(separator: ". ")). Send it back."
    }

    private var revision: String? {
        guard entry.publishedVersion > 0 else { return nil }
        return "It takes the place of a published figure. Why: \(entry.revisionReason ?? "")"
    }

    private var nothing: String? {
        check.flag == .nothing ? entry.content[.reason] : nil
    }

    private var doubt: String? {
        guard !check.doubts.isEmpty else { return nil }
        let asked = check.doubts.map { group, doubt in
            group.map { "\($0.label): \(doubt.question)" } ?? doubt.question
        }
        return "\(asked.joined(separator: " ")) Answer: \(entry.content[.rightBecause])"
    }

    /// What the process chart says, if the figure is more than usual variation.
    private var signal: String? {
        guard let standing = check.standing, let latest = standing.latest,
            latest.period == entry.period
        else { return nil }
        let terms = SeriesTerms(
            kind: entry.period.kind, timeBasis: facts.timeBasis, frequency: standing.frequency,
            polarity: facts.polarity, unit: entry.measure.unit, breaks: standing.breaks)
        let trend = Trend(of: standing.local.reversed(), terms)
        guard case .controlChart(let chart) = trend.reading, chart.latest?.signal != nil else {
            return nil
        }
        return trend.sentence(in: standing.format)
    }

    private var statusChange: String? {
        guard let now = check.standing, let last = past.last(before: entry.period) else {
            return nil
        }
        let before = past.standing(of: entry, with: last).judgement.status
        let status = now.judgement.status
        guard before != status, before.isJudged || status.isJudged else { return nil }
        return "\(before.words) at \(last.period.shortLabel), \(status.words.lowercased()) now."
    }

    private var offTarget: String? {
        guard let standing = check.standing, standing.judgement.status == .offTarget else {
            return nil
        }
        return standing.judgement.explanation(in: standing.format)
    }

    /// What readers are not shown, as far as a figure is small by itself.
    private var suppressed: String? {
        guard let terms = entry.measure.terms else { return nil }
        var places: [String] = []
        if let figure = check.whole?.figure, terms.withholds(figure) { places.append("the figure") }
        for (group, reading) in check.groups {
            if let figure = reading.figure, terms.withholds(figure) { places.append(group.label) }
        }
        guard !places.isEmpty else { return nil }
        return "Readers see [c] for \(Wording.list(places, "and")), and for whatever else would "
            + "let it be worked out."
    }

    /// A number that readers are not shown, where the words that they read have it.
    private var toldInWords: String? {
        guard let terms = entry.measure.terms else { return nil }
        let figures = ([check.whole] + check.groups.map { Optional($0.reading) })
            .compactMap { $0?.figure }.filter(terms.withholds)
        let numbers = Set(
            figures.flatMap { figure in
                [figure.numerator, facts.valueKind == .count ? figure.value : nil]
                    .compactMap { $0 }.flatMap(Self.words)
            })
        let text = EntryField.readByAll.map { entry.content[$0] }.joined(separator: " ")
        let said = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let number = said.first(where: numbers.contains) else { return nil }
        return "The words say “\(number)”, which is a number that readers are not shown."
    }

    /// A number as it is written in words or figures; “one” is said of all things.
    private static func words(_ number: FixedDecimal) -> [String] {
        let names = ["2": "two", "3": "three", "4": "four", "5": "five"]
        let text = number.description
        return [text, names[text]].compactMap { $0 }
    }
}

extension EntryField {
    /// What is published as it was typed.
    static let readByAll: [EntryField] = [comment, why, doing, action, reason]
}

extension CollectedMeasure {
    /// What its figures count.
    fileprivate var unit: FigureUnit {
        switch shape {
        case .ratio(let per): FigureUnit(kind: facts.valueKind, multiplier: per)
        case .count, .value, nil: FigureUnit(kind: facts.valueKind, multiplier: 1)
        }
    }
}
