import Mustache
import Scorecard

/// The front of a report: what it is, for whom, and how to know it again.
struct ReportFrontSection: ReportPart {
    let source: EditionSource
    /// Whether it never changes any more.
    let isFinal: Bool
    let approvedOn: Day?
    /// The sections shown, in order.
    let sections: [ReportSection]

    /// The section that facts of the front belong to.
    static let name = "front"

    var values: TemplateRecord {
        let comparison = ReportComparison(source)
        return [
            "portfolio": .text(source.edition.portfolio),
            "kind": .text(source.edition.kindWords),
            "period": .text(source.edition.periodWords),
            "title": .text(source.version.title),
            "facts": .list(
                entries.map { ["term": .text($0.term), "words": .text($0.words)] }),
            "correction": correction.template,
            "correctionHref": sections.contains(.appendices)
                ? "#\(ReportAppendicesSection.corrections)" : .absent,
            "newData": newData(comparison),
            "requests": .list(requests),
        ]
    }

    var facts: [ReportFact] {
        let said = [("title", source.version.title), ("period", source.edition.periodWords)]
        let entries = entries.filter { $0.isFact }.map { ($0.name, $0.words) }
        return (said + entries).map { name, text in
            ReportFact(
                section: Self.name, subject: "report", subjectTitle: "The report", name: name,
                text: text)
        }
    }

    /// Something that is known of the report.
    private struct Entry {
        let term: String
        let name: String
        let words: String
        /// Whether it is a value of the report; what changes with every version is none.
        var isFact = true
    }

    private var entries: [Entry] {
        [
            Entry(
                term: "Committee", name: "committee",
                words: source.board?.title ?? "No committee has been chosen"),
            Entry(term: "Meeting", name: "meeting", words: meeting),
            Entry(
                term: "Report of", name: "report-of",
                words: written(.reportOf) ?? "Nobody has been named"),
            Entry(term: "Figures as at", name: "figures-as-at", words: source.day.label),
            Entry(term: "Version", name: "version", words: version, isFact: false),
            Entry(term: "Approved", name: "approved", words: approval, isFact: false),
        ]
    }

    private var meeting: String {
        guard let text = written(.meeting) else { return "No day has been set" }
        return Day(typed: text)?.label ?? text
    }

    private var version: String {
        let state = isFinal ? EditionState.frozen : source.version.state
        return "\(source.version.label), \(state.words.lowercasedFirst)"
    }

    private var approval: String {
        guard isFinal else { return "Not yet" }
        let frozen = source.version.frozen.map { MomentWords.day($0.at) }
        return (approvedOn?.label ?? frozen).map { "\($0), by an approver" } ?? "By an approver"
    }

    private var correction: String? {
        guard let corrected = source.past.corrected else { return nil }
        let reason = source.version.reason.map { ": \($0)" } ?? "."
        return "This version corrects version \(corrected.label)\(reason)"
    }

    private func written(_ field: EditionField) -> String? {
        let text = source.content[field].stripped
        return text.isEmpty ? nil : text
    }

    /// How many measures have new data, with their names where they are few.
    private func newData(_ comparison: ReportComparison) -> TemplateValue {
        let (fresh, total) = (comparison.fresh, source.measures.all.count)
        let count = fresh.isEmpty ? "No measure" : "\(fresh.count) of \(total.counted("measure"))"
        let verb = fresh.count == 1 || fresh.isEmpty ? "has" : "have"
        var words = "\(count) \(verb) new data since \(comparison.words)"
        let isNamed = fresh.count <= Self.fewNames || !sections.contains(.glance)
        if !fresh.isEmpty, isNamed {
            words += ": " + Wording.list(fresh.map(\.measure.title), "and")
        }
        return [
            "words": .text(words + "."),
            "href": isNamed ? .absent : "#\(ReportGlanceSection.newData)",
        ]
    }

    /// So many names are read in a sentence.
    private static let fewNames = 8

    /// What the committee is asked to do, and where the report answers it.
    private var requests: [TemplateValue] {
        [
            request("consider this report", [.overview]),
            request(
                "review progress against key projects, priority outcomes, targets and budgets",
                [.glance, .delivery, .measures, .finance]),
            request(
                "highlight key areas of, and responsibility for, corrective action", [.actions]),
            request(
                "highlight issues to feed back to Cabinet with the corporate report", [.overview],
                part: (ReportOverviewSection.forCabinet, "Issues for Cabinet")),
            request(
                "identify good practice that other services could share", [.overview],
                part: (ReportOverviewSection.goodPractice, "Good practice")),
        ]
    }

    private func request(
        _ words: String, _ answers: [ReportSection], part: (id: String, title: String)? = nil
    ) -> TemplateValue {
        let links = answers.compactMap { section -> TemplateValue? in
            guard let index = sections.firstIndex(of: section) else { return nil }
            return [
                "href": .text("#" + (part?.id ?? section.rawValue)),
                "label": .text("\(index + 1). \(part?.title ?? section.title)"),
            ]
        }
        return [
            "words": .text(words), "hasLinks": .flag(!links.isEmpty), "links": .list(links),
        ]
    }
}
