import Mustache
import Scorecard

/// Differences between two versions of a report, by section and by what they are of.
struct ReportDifferenceList {
    private let entries: [ReportDifferences.Entry]
    private let limit: Int?
    private let whole: String?

    /// - Parameters:
    ///   - entries: the differences.
    ///   - limit: how many are printed; `nil` for all.
    ///   - whole: where the whole list is.
    init(_ entries: [ReportDifferences.Entry], limit: Int?, whole: String?) {
        self.entries = entries
        self.limit = limit
        self.whole = whole
    }

    var count: Int { entries.count }

    /// How many are not printed, and where they are.
    var more: String? {
        guard let limit, let whole, entries.count > limit else { return nil }
        let rest = limit == 0 ? "They" : "\(entries.count - limit) more"
        return "\(rest) are not printed here. The whole list is "
            + (whole.hasPrefix("http") ? "at \(whole)." : "\(whole).")
    }

    /// The sections in order, each with what has changed in it.
    var values: TemplateValue {
        var sections: [String] = []
        var subjects: [String: [String]] = [:]
        var changes: [[String]: [ReportDifferences.Entry]] = [:]
        for entry in entries.prefix(limit ?? entries.count) {
            if !sections.contains(entry.section) { sections.append(entry.section) }
            let key = [entry.section, entry.subject]
            if changes[key] == nil { subjects[entry.section, default: []].append(entry.subject) }
            changes[key, default: []].append(entry)
        }
        return .list(
            sections.map { section in
                let groups = (subjects[section] ?? []).compactMap { changes[[section, $0]] }
                return [
                    "section": .text(title(of: section)), "subjects": .list(groups.map(values)),
                ]
            })
    }

    private func title(of section: String) -> String {
        ReportSection(rawValue: section)?.title ?? "Front of the report"
    }

    private func values(of group: [ReportDifferences.Entry]) -> TemplateValue {
        [
            "title": .text(group.first?.subjectTitle ?? ""),
            "changes": .list(
                group.map { entry in
                    [
                        "name": .text(ReportFactWords.name(entry.name)),
                        "old": entry.old.map(shortened).template,
                        "new": entry.new.map(shortened).template,
                    ]
                }),
        ]
    }

    /// A long text is known by its beginning; a correction says the whole.
    private func shortened(_ text: String) -> String {
        guard limit != nil, text.count > Self.longest else { return text }
        return text.prefix(Self.longest).description.stripped + " …"
    }

    private static let longest = 120
}
