import Mustache
import Scorecard

extension ReportGlanceLists {
    /// The lists that have entries.
    var values: TemplateValue { .list(all.filter { !$0.entries.isEmpty }.map(values)) }

    private func values(of list: NamedList) -> TemplateValue {
        let isPlain = list.entries.allSatisfy { $0.words.isEmpty && $0.mark == .none }
        // Names alone need little room, and one more is no line more.
        let limit = isPlain ? list.limit + 5 : list.limit
        let shown = list.entries.prefix(limit)
        let rest = list.entries.count - shown.count
        return [
            "id": .text("glance-\(list.id)"),
            "heading": .text(list.heading),
            "count": .integer(list.entries.count),
            "isPlain": .flag(isPlain),
            "entries": .list(shown.map(values)),
            "more": rest > 0 ? .text(more(rest)) : .absent,
        ]
    }

    private func more(_ rest: Int) -> String {
        source.template.sections.contains(.appendices)
            ? "And \(rest) more, in the appendices." : "And \(rest) more."
    }

    private func values(of entry: Entry) -> TemplateValue {
        var values: TemplateRecord = [
            "href": source.anchor(of: entry.standing.measure).template,
            "title": .text(entry.title),
            "words": .text(entry.words),
            "showsStatus": .flag(entry.mark == .status),
            "showsChange": .flag(entry.mark == .change),
        ]
        values.append(contentsOf: entry.standing.statusValues)
        values.append(contentsOf: entry.standing.changeValues)
        return .record(values)
    }
}
