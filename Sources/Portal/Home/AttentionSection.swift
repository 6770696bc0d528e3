import Mustache
import Scorecard

/// The lists of what a board should look at first.
struct AttentionSection {
    private let lists: [AttentionList]

    init(_ attention: Attention) {
        // Nothing is off target where nothing has one, and that is no good news.
        let unjudged = attention.judged == 0 ? Attention.unjudgedWords : nil
        lists = [
            AttentionList(
                id: "off-target", heading: "Furthest off target",
                entries: attention.offTarget.map { AttentionEntry($0, .status, words: $0.aim) },
                all: { "All \($0) measures off target" },
                none: unjudged ?? "No measure is off target."),
            AttentionList(
                id: "got-worse", heading: "Got worse",
                entries: attention.falls.map { AttentionEntry($0, .change, words: $0.sinceWhen) },
                all: { "All \($0) measures that got worse" },
                none: "No current figure is worse than the one before it."),
            AttentionList(
                id: "recovered", heading: "Back on target",
                entries: attention.recovered.map { AttentionEntry($0, .status, words: $0.aim) },
                all: { "All \($0) measures back on target" },
                none: unjudged ?? "No measure came back on target since the quarter before."),
            AttentionList(
                id: "late", heading: "Figures that are late",
                entries: attention.late.map { AttentionEntry($0.standing, .none, words: $0.words) },
                all: { "All \($0) late figures" }, none: "No figure is late."),
        ]
    }

    /// The lists in full.
    var values: TemplateValue { .list(lists.map { $0.values(limit: nil) }) }

    /// The lists that have entries, no more than so many of each.
    func values(limit: Int) -> TemplateValue {
        .list(lists.filter { !$0.entries.isEmpty }.map { $0.values(limit: limit) })
    }

    /// What is said of the lists without entries, but for what the first page says at its top.
    var quietWords: String? {
        let quiet = lists.filter { $0.entries.isEmpty && $0.none != Attention.unjudgedWords }
        return quiet.isEmpty ? nil : quiet.map(\.none).joined(separator: " ")
    }

    /// Every entry of every list.
    var rows: [[String]] {
        lists.flatMap { list in
            list.entries.map { [list.heading] + $0.cells }
        }
    }

    /// What the columns of `rows` hold.
    static let columns = [
        "list", "code", "measure", "period_code", "period", "latest", "numerator", "denominator",
        "flag", "status", "change", "change_since", "change_meaning", "detail",
    ]
}

/// One list of measures, or what is said where there is none to list.
private struct AttentionList {
    let id: String
    let heading: String
    let entries: [AttentionEntry]
    /// What the way to the whole list is called.
    let all: (Int) -> String
    let none: String

    func values(limit: Int?) -> TemplateValue {
        let shown = entries.prefix(limit ?? entries.count)
        return [
            "id": .text(id), "heading": .text(heading),
            "entries": .list(shown.map(\.values)),
            "none": entries.isEmpty ? .text(none) : .absent,
            "more": shown.count < entries.count
                ? [
                    "href": .text("\(Links.attention.href)#\(id)"),
                    "words": .text(all(entries.count)),
                ]
                : .absent,
        ]
    }
}

/// A measure in a list of what to look at.
private struct AttentionEntry {
    /// What stands beside the measure's name.
    enum Mark {
        case status
        case change
        case none
    }

    let standing: Standing
    let mark: Mark
    let words: String

    init(_ standing: Standing, _ mark: Mark, words: String) {
        self.standing = standing
        self.mark = mark
        self.words = words
    }

    var values: TemplateValue {
        var values: TemplateRecord = [
            "href": .text(Links.measure(standing.measure.slug)),
            "title": .text(standing.measure.title),
            "words": .text(words),
            "showsStatus": .flag(mark == .status),
            "showsChange": .flag(mark == .change),
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: standing.changeValues)
        return .record(values)
    }

    var cells: [String] {
        [standing.measure.code, standing.measure.title] + standing.latestCells
            + [standing.judgement.status.words] + standing.changeCells + [words]
    }
}

extension Standing {
    /// The figure and what it is held against: `67.8% for 2024/25, at least 72.0%`.
    var aim: String {
        let aim = target.map { ", target \($0.target.words(in: format, on: targetDay))" } ?? ""
        return figureWords + aim
    }

    /// The figure and the one it is compared with: `20.2% for 2024/25, was 15.8%`.
    var sinceWhen: String {
        guard let change, let earlier = change.earlierValue else { return figureWords }
        return "\(figureWords), was \(format.text(earlier)) \(change.earlier.inSentence)"
    }

    private var figureWords: String {
        guard let latest, let text = latestText else { return "No figure yet" }
        return "\(text) \(latest.period.inSentence)"
    }
}

extension LateFigure {
    /// What is late, and since when: `The figure for 2024/25 was due by 30 August 2026`.
    fileprivate var words: String {
        "The figure \(period.inSentence) was due by \(dueDay.label)"
    }
}
