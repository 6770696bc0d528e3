import Scorecard

/// What two versions of a report show differently, value by value.
struct ReportDifferences: Equatable {
    /// A value that is not what it was.
    struct Entry: Equatable {
        let section: String
        let subject: String
        /// What readers call it now, or called it where it is gone.
        let subjectTitle: String
        let name: String
        /// `nil` where it was not there.
        let old: String?
        /// `nil` where it is there no more.
        let new: String?
    }

    /// In the order of the newer version; what is gone stands at the end.
    let entries: [Entry]

    init(from old: [ReportFact], to new: [ReportFact]) {
        var earlier: [Key: ReportFact] = [:]
        for fact in old { earlier[Key(fact)] = fact }
        var entries: [Entry] = []
        for fact in new {
            let before = earlier.removeValue(forKey: Key(fact))
            guard before?.text != fact.text else { continue }
            entries.append(Entry(fact, old: before?.text, new: fact.text))
        }
        for fact in old where earlier[Key(fact)] != nil {
            entries.append(Entry(fact, old: fact.text, new: nil))
        }
        let withheld = Set(new.filter(\.tellsOfWithheld).map(\.subject))
        self.entries = entries.map { withheld.contains($0.subject) ? $0.withheld : $0 }
    }

    /// What stands in the place of what an earlier version showed and this one may not.
    static let withheldWords = "a text that may tell what is withheld now"

    /// The sections whose facts are of measures, by their codes.
    static let sectionsOfFigures: Set<String> = [
        ReportSection.measures.rawValue, ReportSection.appendices.rawValue,
    ]

    private struct Key: Hashable {
        let section: String
        let subject: String
        let name: String

        init(_ fact: ReportFact) {
            section = fact.section
            subject = fact.subject
            name = fact.name
        }
    }
}

extension ReportFact {
    /// Whether it shows that a number is withheld from those who read it.
    fileprivate var tellsOfWithheld: Bool {
        ReportDifferences.sectionsOfFigures.contains(section)
            && text.contains(QualityMarker.confidential.shorthand)
    }
}

extension ReportDifferences.Entry {
    /// The same without what was worked out from figures of which one is withheld now: a list of
    /// what has changed must not say it again.
    fileprivate var withheld: Self {
        guard old != nil, ReportDifferences.sectionsOfFigures.contains(section),
            !Self.namesWithoutFigures.contains(name)
        else { return self }
        return Self(
            section: section, subject: subject, subjectTitle: subjectTitle, name: name,
            old: ReportDifferences.withheldWords, new: new)
    }

    /// The facts of a measure that nobody works out from its figures.
    private static let namesWithoutFigures: Set<String> = [
        "good-is", "unit", "target", "target-kind", "definition", "latest-period",
        "figure-version", "period", "dates", "next", "answerable",
    ]

    fileprivate init(_ fact: ReportFact, old: String?, new: String?) {
        section = fact.section
        subject = fact.subject
        subjectTitle = fact.subjectTitle
        name = fact.name
        self.old = old
        self.new = new
    }
}
