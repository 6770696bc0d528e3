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
        self.entries = entries
    }

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

extension ReportDifferences.Entry {
    fileprivate init(_ fact: ReportFact, old: String?, new: String?) {
        section = fact.section
        subject = fact.subject
        subjectTitle = fact.subjectTitle
        name = fact.name
        self.old = old
        self.new = new
    }
}
